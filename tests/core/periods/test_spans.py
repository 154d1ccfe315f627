"""Periods cover every day once, and a committee's term runs from election to election."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.periods import PeriodKind, period_of, periods_between, term_of
from luoshi.core.refusals import Refusal

KINDS: tuple[PeriodKind, ...] = ("month", "quarter", "half_year", "year")
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("kind", "first", "last", "key"),
    [
        ("month", date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        ("quarter", date(2024, 1, 1), date(2024, 3, 31), "2024-Q1"),
        ("half_year", date(2024, 1, 1), date(2024, 6, 30), "2024-H1"),
        ("year", date(2024, 1, 1), date(2024, 12, 31), "2024"),
    ],
)
def test_the_periods_of_a_day(kind: PeriodKind, first: date, last: date, key: str) -> None:
    period = period_of(kind, date(2024, 2, 29))
    assert (period.first, period.last, period.key) == (first, last, key)


@given(st.sampled_from(KINDS), DAYS)
def test_every_day_lies_in_one_period_and_the_next_day_after_it_in_the_next(
    kind: PeriodKind, day: date
) -> None:
    period = period_of(kind, day)
    assert day in period
    assert period_of(kind, period.first) == period == period_of(kind, period.last)
    assert period_of(kind, period.last + timedelta(days=1)).first == period.last + timedelta(days=1)


def test_a_stretch_is_cut_into_the_periods_it_touches() -> None:
    found = periods_between("quarter", date(2025, 12, 31), date(2026, 7, 1))
    assert [period.key for period in found] == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    assert list(periods_between("month", date(2026, 2, 1), date(2026, 1, 1))) == []
    assert [period.key for period in periods_between("year", date.max, date.max)] == ["9999"]


@given(DAYS, st.integers(1, 6), st.integers(0, 9_000))
def test_terms_follow_each_other_without_a_gap(elected: date, years: int, later: int) -> None:
    day = elected + timedelta(days=later)
    term = term_of(elected, years, day)
    assert day in term
    assert term_of(elected, years, term.last + timedelta(days=1)).first == term.last + timedelta(days=1)
    assert term.last.year - term.first.year in (years, years - 1)


def test_a_term_of_three_years() -> None:
    term = term_of(date(2024, 3, 8), 3, date(2026, 6, 1))
    assert (term.first, term.last, term.key) == (date(2024, 3, 8), date(2027, 3, 7), "2024-03-08+3")
    assert term_of(date(2024, 2, 29), 3, date(2024, 3, 1)).last == date(2027, 2, 28)


def test_what_cannot_be_a_term_is_refused() -> None:
    with pytest.raises(Refusal, match="1 年以上"):
        term_of(date(2024, 3, 8), 0, date(2024, 3, 8))
    with pytest.raises(Refusal, match="早于本届当选日"):
        term_of(date(2024, 3, 8), 3, date(2024, 3, 7))
    with pytest.raises(Refusal, match="换届"):
        period_of("term", date(2024, 3, 8))
    with pytest.raises(OverflowError):
        term_of(date(9998, 3, 8), 3, date(9999, 3, 7))
