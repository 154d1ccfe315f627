"""Study hours are obligations judged from who was there; the figure, the list and the names are one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from luoshi.act.activities.actions import correct, record, withdraw
from luoshi.act.activities.attendance import Presence
from luoshi.act.activities.models import Activity
from luoshi.act.activities.queries import telling_of
from luoshi.act.activities.telling import Attendee
from luoshi.core.rules import Hours, Obligation, Status
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.people.models import Person
from luoshi.plan.obligations.keeping import recount_studies
from luoshi.plan.obligations.models import YearStudy
from luoshi.plan.obligations.queries import tallies, year_of
from luoshi.plan.obligations.studies import learners
from world.ground import AT
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db
TODAY, LATER = date(2026, 3, 2), date(2027, 1, 5)
MEMBERS, TEAM = "JY-07", "TR-01"


def _studied(who: Branch, people: list[Person], hours: str | None, on: date = date(2026, 1, 6)) -> Activity:
    telling = who.telling(
        held_on=on,
        kinds=frozenset({ActivityKind.TRAINING, ActivityKind.HISTORY_STUDY}),
        hours=None if hours is None else Decimal(hours),
        topic=f"培训{on}{hours}",
        attendees=tuple(Attendee(each) for each in people),
        chair=None,
    )
    return record(telling, by=who.secretary, at=AT)


def _owed(who: Branch, rule: str = MEMBERS, today: date = TODAY) -> Obligation:
    [found] = [each for each in year_of(who.branch, 2026, today) if each.rule.id == rule]
    return found


def test_it_is_met_when_everybody_who_has_to_is_at_the_floor() -> None:
    who = branch()
    _studied(who, who.members, "31.5")
    assert (_owed(who).status, _owed(who).have, _owed(who).need) == (Status.OWED, 0, len(who.members))
    _studied(who, who.members[1:], "0.5", date(2026, 1, 7))
    assert (_owed(who).status, _owed(who).have) == (Status.OWED, len(who.members) - 1)
    _studied(who, who.members[:1], "0.5", date(2026, 1, 8))
    assert _owed(who).status is Status.MET
    assert (_owed(who, TEAM).have, _owed(who, TEAM).need) == (0, 2)


def test_after_the_year_known_hours_below_are_missed_and_nothing_known_is_unknown() -> None:
    who = branch()
    _studied(who, who.members[1:], "40")
    assert _owed(who, today=LATER).status is Status.UNKNOWN
    _studied(who, who.members[:1], "3", date(2026, 1, 9))
    assert _owed(who, today=LATER).status is Status.MISSED
    _studied(who, who.members[:1], None, date(2026, 1, 12))
    assert _owed(who, today=LATER).status is Status.UNKNOWN


def test_a_correction_and_a_withdrawal_count_for_whoever_is_no_longer_there() -> None:
    who = branch()
    held = _studied(who, [*who.members, who.stranger], "40")
    assert _owed(who).status is Status.MET
    fewer = tuple(Attendee(each) for each in who.members[1:])
    told = replace(telling_of(held), attendees=fewer)
    correct(held, told, reason="多记了两人", by=who.secretary, at=AT)
    assert (_owed(who).have, _owed(who).need) == (len(who.members) - 1, len(who.members))
    assert not YearStudy.objects.filter(person=who.stranger).exists()
    withdraw(held, reason="没有开", by=who.secretary, at=AT)
    assert _owed(who).have == 0
    assert not YearStudy.objects.exists()


def test_of_whom_nothing_hard_is_asked_and_who_came_late_nothing_is_counted() -> None:
    who = branch()
    old, *others = who.members
    Person.objects.filter(pk=who.probationer.pk).update(joined_on=date(2026, 7, 1))
    telling = who.telling(
        hours=Decimal(40),
        attendees=(Attendee(old, Presence.EXEMPT), *(Attendee(each) for each in others[:-1])),
    )
    record(telling, by=who.secretary, at=AT)
    found = _owed(who)
    assert (found.status, found.need) == (Status.MET, len(who.members) - 2)
    assert {each.person for each in learners(who.branch, "members", 2026, TODAY)} == set(others[:-1])


class Both(TestCase):
    """However people studied, figure, list and names agree, and keeping up comes to the same as counting all anew."""

    @settings(max_examples=15, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.sets(st.integers(0, 6), min_size=1),
                st.sampled_from([None, "4.0", "16.0", "30.5", "40.0"]),
                st.integers(1, 28),
                st.booleans(),
            ),
            max_size=6,
            unique_by=lambda each: each[2],
        ),
        st.sampled_from([TODAY, LATER]),
    )
    def test_the_figure_is_the_list_and_the_list_its_names(
        self, told: list[tuple[set[int], str | None, int, bool]], today: date
    ) -> None:
        who = branch()
        for places, hours, day, stays in told:
            people = [who.members[place] for place in sorted(places)]
            held = _studied(who, people, hours, date(2026, 1, day))
            year_of(who.branch, 2026, today)
            if not stays:
                withdraw(held, reason="记错", by=who.secretary, at=AT)
        listed = [each for each in year_of(who.branch, 2026, today) if each.rule.id in (MEMBERS, TEAM)]
        for each in listed:
            measure = each.rule.measure
            assert isinstance(measure, Hours)
            counted = learners(who.branch, measure.of, 2026, today)
            assert len(counted) == each.need
            assert sum(one.study.hours >= measure.floor for one in counted) == each.have
        everything = year_of(who.branch, 2026, today)
        [tally] = [each for place, each in tallies([who.unit.path], 2026, today) if place == who.branch]
        for status in Status:
            assert sum(tally.months(status)) == sum(each.status is status for each in everything)
        kept = set(YearStudy.objects.values_list("person", "year", "tenths", "untimed", "excused"))
        recount_studies()
        assert kept == set(YearStudy.objects.values_list("person", "year", "tenths", "untimed", "excused"))
