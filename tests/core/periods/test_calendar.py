"""Counting in working days agrees with looking at the days one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.periods import WorkCalendar, checked
from luoshi.core.refusals import Refusal

SPRING = checked(
    2025,
    [date(2025, 1, 28) + timedelta(days=number) for number in range(8)],
    [date(2025, 1, 26), date(2025, 2, 8)],
)
CALENDAR = WorkCalendar({2025: SPRING})
DAYS = st.dates(date(2024, 12, 1), date(2025, 3, 31))


def _worked(day: date) -> bool:
    """Look at one day, as a person would."""
    if day in SPRING.workdays:
        return True
    return day.weekday() < 5 and day not in SPRING.holidays


@given(DAYS)
def test_a_day_is_worked_or_not(day: date) -> None:
    assert CALENDAR.is_workday(day) is _worked(day)


@given(DAYS, DAYS)
def test_between_counts_the_end_but_not_the_start(start: date, end: date) -> None:
    low, high = sorted((start, end))
    walked = sum(_worked(low + timedelta(days=number)) for number in range(1, (high - low).days + 1))
    assert CALENDAR.workdays_between(low, high) == walked
    assert CALENDAR.workdays_between(high, low) == -walked


@given(DAYS, st.integers(-60, 60))
def test_adding_walks_from_worked_day_to_worked_day(day: date, count: int) -> None:
    walked, left = day, abs(count)
    while left:
        walked += timedelta(days=1 if count > 0 else -1)
        left -= _worked(walked)
    assert CALENDAR.add_workdays(day, count) == walked


@given(DAYS, st.integers(1, 10_000))
def test_adding_is_undone_from_a_worked_day(day: date, count: int) -> None:
    start = CALENDAR.next_workday(day)
    assert _worked(start)
    assert CALENDAR.add_workdays(CALENDAR.add_workdays(start, count), -count) == start
    assert CALENDAR.workdays_between(start, CALENDAR.add_workdays(start, count)) == count


def test_the_last_day_before_a_holiday_leads_over_it() -> None:
    assert CALENDAR.add_workdays(date(2025, 1, 27), 1) == date(2025, 2, 5)
    assert CALENDAR.next_workday(date(2025, 1, 28)) == date(2025, 2, 5)
    assert CALENDAR.next_workday(date(2025, 2, 8)) == date(2025, 2, 8)


def test_a_year_it_does_not_know_has_weekends_and_it_says_so() -> None:
    assert CALENDAR.knows(2025)
    assert not CALENDAR.knows(2031)
    assert CALENDAR.is_workday(date(2031, 10, 1))
    assert not CALENDAR.is_workday(date(2031, 10, 4))


def test_a_year_given_again_replaces_what_was_known() -> None:
    replaced = CALENDAR.with_years({2025: checked(2025, [date(2025, 1, 1)], [])})
    assert replaced.is_workday(date(2025, 1, 28))
    assert not replaced.is_workday(date(2025, 1, 1))
    assert not CALENDAR.is_workday(date(2025, 1, 28))


def test_the_end_of_time_is_an_error_and_no_wrong_day() -> None:
    with pytest.raises(OverflowError):
        CALENDAR.add_workdays(date(9999, 12, 30), 5)
    with pytest.raises(OverflowError):
        CALENDAR.add_workdays(date(1, 1, 3), -5)


@pytest.mark.parametrize(
    ("holidays", "workdays", "word"),
    [
        ([date(2026, 1, 1)], [], "不属于这一年"),
        ([date(2025, 2, 8)], [date(2025, 2, 8)], "既是放假又是补班"),
        ([], [date(2025, 2, 10)], "不是周六或周日"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(
    holidays: list[date], workdays: list[date], word: str
) -> None:
    with pytest.raises(Refusal, match=word):
        checked(2025, holidays, workdays)
