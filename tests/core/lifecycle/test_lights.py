"""Lights and the ladder count working days, and no notice is given twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.lifecycle import (
    LADDER,
    Light,
    LightPolicy,
    Move,
    Situation,
    State,
    after,
    decide,
    light,
    rungs_due,
)

from .casting import CALENDAR, MONDAY, facts, task_in

POLICY = LightPolicy(soon=3, behind=20)
DUE = date(2026, 3, 30)


def shown(task: Situation, day: date) -> Light | None:
    return light(task, day, POLICY, CALENDAR)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 24), Light.GREEN),
        (date(2026, 3, 25), Light.YELLOW),
        (date(2026, 3, 28), Light.YELLOW),
        (DUE, Light.YELLOW),
        (date(2026, 3, 31), Light.RED),
    ],
)
def test_the_light_turns_with_the_deadline_in_working_days(day: date, expected: Light) -> None:
    assert shown(task_in(State.ACCEPTED), day) is expected


def test_what_is_not_under_way_has_a_light_of_its_own_or_none() -> None:
    late = DUE + timedelta(days=99)
    expected = {
        State.DRAFT: None,
        State.CANCELLED: None,
        State.SUSPENDED: Light.GREY,
        State.CLOSED: Light.BLUE,
        State.SETTLED: Light.BLUE,
    }
    assert {state: shown(task_in(state), late) for state in expected} == expected


def test_a_task_behind_its_plan_is_yellow_but_unknown_is_not_behind() -> None:
    halfway = date(2026, 3, 16)
    task = task_in(State.ACCEPTED)
    assert shown(task, halfway) is Light.GREEN
    assert shown(replace(task, progress=29), halfway) is Light.YELLOW
    assert shown(replace(task, progress=30), halfway) is Light.GREEN


def test_who_reported_in_time_is_not_late_because_the_verifier_is() -> None:
    task = task_in(State.REPORTED)
    assert shown(task, DUE + timedelta(days=30)) is Light.GREEN
    assert shown(replace(task, reported_on=DUE + timedelta(days=1)), DUE + timedelta(days=30)) is Light.RED


def test_a_task_done_by_frequency_is_on_course() -> None:
    assert shown(replace(task_in(State.ACCEPTED), deadline_on=None), DUE) is Light.GREEN


def climbed(task: Situation, days: Iterator[date]) -> list[tuple[str, date]]:
    """What a sweep on each of those days gives, each rung recorded as the ledger would."""
    found = []
    for day in days:
        for rung in rungs_due(task, day, CALENDAR):
            found.append((rung.name, day))
            task = after(task, decide(task, Move.ESCALATE, facts(rung=rung.name, on=day)))
    return found


def test_the_ladder_is_climbed_rung_by_rung() -> None:
    days = (MONDAY + timedelta(days=number) for number in range(60))
    assert climbed(task_in(State.ACCEPTED), days) == [
        ("reminder", date(2026, 3, 25)),
        ("leader", date(2026, 3, 31)),
        ("first_responsible", date(2026, 4, 2)),
        ("notice", date(2026, 4, 6)),
    ]


@given(st.lists(st.integers(0, 60)).map(sorted))
def test_no_rung_is_given_twice_whenever_the_sweep_runs(offsets: list[int]) -> None:
    names = [
        name
        for name, _ in climbed(task_in(State.ACCEPTED), (MONDAY + timedelta(days=each) for each in offsets))
    ]
    order = [rung.name for rung in LADDER]
    assert names == [name for name in order if name in names]


def test_after_days_without_a_sweep_the_reminder_is_left_out() -> None:
    late = rungs_due(task_in(State.ACCEPTED), DUE + timedelta(days=40), CALENDAR)
    assert [rung.name for rung in late] == ["leader", "first_responsible", "notice"]


def test_an_overdue_day_of_rest_counts_from_the_next_working_day() -> None:
    friday = replace(task_in(State.ACCEPTED), deadline_on=date(2026, 3, 27))
    assert rungs_due(friday, date(2026, 3, 28), CALENDAR) == ()
    assert [rung.name for rung in rungs_due(friday, date(2026, 3, 30), CALENDAR)] == ["leader"]


def test_nobody_is_chased_for_what_is_not_in_their_hands() -> None:
    late = DUE + timedelta(days=40)
    for state in set(State) - {State.DISPATCHED, State.ACCEPTED}:
        assert rungs_due(task_in(state), late, CALENDAR) == ()
    assert rungs_due(replace(task_in(State.ACCEPTED), deadline_on=None), late, CALENDAR) == ()


def test_a_granted_extension_begins_a_new_climb() -> None:
    task = task_in(State.ACCEPTED)
    for rung in LADDER:
        task = after(task, decide(task, Move.ESCALATE, facts(rung=rung.name)))
    assert rungs_due(task, DUE + timedelta(days=40), CALENDAR) == ()
    extended = replace(task, deadline_on=date(2026, 5, 11))
    assert [rung.name for rung in rungs_due(extended, date(2026, 5, 12), CALENDAR)] == ["leader"]
