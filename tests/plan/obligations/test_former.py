"""A past period is judged by what was so when it began, as far as anybody can tell; a change touches only what begins later."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from luoshi.act.membership.actions import take_step
from luoshi.act.membership.steps import StepKind
from luoshi.core.rules import Status
from luoshi.ground.people.models import PostKind
from luoshi.plan.obligations.actions import declare
from luoshi.plan.obligations.former import former
from luoshi.plan.obligations.queries import tallies, year_of
from luoshi.plan.obligations.subjects import subjects
from world.branches import Committee, committee
from world.ground import somebody
from world.loop import holder

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
ABROAD, EXAMINED = "JY-18", "FZ-04"


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def _said(who: Committee, count: int | None, on: date) -> None:
    declare(who.branches[0], "members_abroad", count, by=None, at=_at(on))


def _owed(who: Committee, rule: str, year: int = 2026) -> set[str]:
    return {each.key for each in year_of(who.branches[0], year, TODAY) if each.rule.id == rule}


def test_a_change_counts_for_what_begins_after_it() -> None:
    who = committee()
    _said(who, 2, date(2025, 3, 1))
    _said(who, 0, date(2026, 3, 1))
    assert _owed(who, ABROAD) == {"2026-H1"}
    assert _owed(who, ABROAD, 2025) == {"2025-H1", "2025-H2"}
    _said(who, 3, date(2026, 7, 1))
    assert _owed(who, ABROAD) == {"2026-H1", "2026-H2"}


def test_the_first_word_counts_for_all_the_time_before_and_one_of_the_same_day_not() -> None:
    who = committee()
    _said(who, 0, date(2026, 9, 1))
    _said(who, 2, date(2026, 9, 1))
    assert _owed(who, ABROAD) == {"2026-H1", "2026-H2"}
    [subject] = subjects([who.branches[0]], TODAY)
    assert list(subject.former) == []


def test_what_was_taken_back_is_unknown_from_then_on() -> None:
    who = committee()
    _said(who, 2, date(2025, 1, 1))
    _said(who, None, date(2026, 2, 1))
    found = {each.key: each.asks for each in year_of(who.branches[0], 2026, TODAY) if each.rule.id == ABROAD}
    assert found == {"2026-H1": (), "2026-H2": ("members_abroad",)}


def test_before_the_first_activist_nobody_had_to_be_examined() -> None:
    who = committee()
    branch = who.branches[0]
    secretary = holder("支部书记", branch, PostKind.SECRETARY)
    person = somebody("申请人")
    take_step(person, kind=StepKind.ACTIVIST, on=date(2026, 8, 3), branch=branch, by=secretary, at=_at(TODAY))
    assert _owed(who, EXAMINED) == set()
    assert _owed(who, EXAMINED, 2027) == {"2027-H1", "2027-H2"}


def test_no_word_before_the_last_leaves_nothing_former() -> None:
    assert former({"staff": 3}, {"staff": [(date(2026, 1, 1), 3)]}, TODAY) == []
    assert former({}, {}, TODAY) == []


def _begun(who: Committee, before: date) -> set[tuple[str, str, Status]]:
    found = year_of(who.branches[0], 2026, TODAY)
    return {(each.rule.id, each.key, each.status) for each in found if each.first < before}


class Both(TestCase):
    """Whatever was declared when, the figure is the list, and words to come change nothing that has begun."""

    @settings(max_examples=15, deadline=None)
    @given(
        st.lists(
            st.tuples(st.integers(0, 2), st.dates(date(2025, 6, 1), TODAY)),
            max_size=5,
            unique_by=lambda each: each[1],
        )
    )
    def test_figures_and_lists_agree_and_the_past_stays(self, words: list[tuple[int, date]]) -> None:
        who = committee(branches=1)
        branch, said = who.branches[0], None
        for count, day in sorted(words, key=lambda each: each[1]):
            if count == said:
                continue
            begun = _begun(who, day)
            _said(who, count, day)
            assert said is None or _begun(who, day) == begun
            said = count
        listed = year_of(branch, 2026, TODAY)
        [tally] = [each for place, each in tallies([branch.path], 2026, TODAY) if place == branch]
        for status in Status:
            assert sum(tally.months(status)) == sum(each.status is status for each in listed)
