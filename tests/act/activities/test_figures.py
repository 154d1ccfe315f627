"""Figures follow from what was recorded: how often in which month, and who studied how long."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.act.activities.actions import record
from luoshi.act.activities.attendance import Presence
from luoshi.act.activities.queries import Floor, counts, study_hours
from luoshi.act.activities.telling import Attendee, first_of, month_of, months
from luoshi.core.rules.kinds import ActivityKind
from world.ground import AT
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db


def _hold(
    who: Branch, on: date, kind: ActivityKind = ActivityKind.LECTURE, hours: str | None = "2.0"
) -> None:
    given = None if hours is None else Decimal(hours)
    telling = who.telling(held_on=on, kinds=frozenset({kind}), hours=given, topic=f"{kind} {on}")
    record(replace(telling, attendees=tuple(Attendee(each) for each in who.others)), by=who.secretary, at=AT)


def test_months_are_counted_so_that_a_span_is_one_range() -> None:
    assert first_of(month_of(date(2025, 12, 31))) == date(2025, 12, 1)
    assert [first_of(each) for each in months(date(2025, 12, 31), date(2026, 1, 1))] == [
        date(2025, 12, 1),
        date(2026, 1, 1),
    ]


def test_counts_hold_every_month_apart_and_take_one_statement() -> None:
    who, other = branch(), branch("二")
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)):
        _hold(who, day)
    _hold(other, date(2026, 1, 5))
    with CaptureQueriesContext(connection) as asked:
        found = counts([who.unit.path, who.branch.path], date(2026, 1, 9), date(2026, 2, 1))
    assert len(asked) <= 1
    assert sorted((each.organization, first_of(each.month), each.n) for each in found) == [
        (who.branch.pk, date(2026, 1, 1), 2),
        (who.branch.pk, date(2026, 2, 1), 1),
    ]
    assert counts([], date(2026, 1, 1), date(2026, 2, 1)) == []


def test_hours_follow_from_who_was_there() -> None:
    who = branch()
    _hold(who, date(2026, 1, 5), hours="16.0")
    _hold(who, date(2026, 1, 6), ActivityKind.TRAINING, "16.0")
    _hold(who, date(2026, 1, 7), ActivityKind.GENERAL_MEETING, "8.0")
    studied = study_hours([*who.others, who.secretary], 2026)
    [first, *_rest] = who.others
    assert (studied[first.pk].hours, studied[first.pk].norm) == (Decimal("32.0"), 32)
    assert studied[first.pk].floor is Floor.MET
    assert (studied[who.secretary.pk].norm, studied[who.secretary.pk].floor) == (56, Floor.UNKNOWN)


def test_what_nobody_timed_is_unknown_and_not_nothing() -> None:
    who = branch()
    _hold(who, date(2026, 1, 5), hours="1.0")
    [first, *_rest] = who.others
    assert study_hours([first], 2026)[first.pk].floor is Floor.NOT_MET
    _hold(who, date(2026, 1, 6), hours=None)
    studied = study_hours([first], 2026)[first.pk]
    assert (studied.floor, studied.without_hours) == (Floor.UNKNOWN, 1)


def test_who_was_absent_did_not_study() -> None:
    who = branch()
    attendees = (Attendee(who.secretary), Attendee(who.others[0], Presence.LEAVE))
    record(who.telling(attendees=attendees), by=who.secretary, at=AT)
    studied = study_hours([who.others[0], who.secretary], 2026)
    assert [studied[each.pk].hours for each in (who.others[0], who.secretary)] == [Decimal(0), Decimal("3.0")]
