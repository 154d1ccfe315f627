"""Periods in which something is owed: month, quarter, half-year, year, and the term of a committee."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.core.refusals import N_, Refusal

PeriodKind = Literal["month", "quarter", "half_year", "year", "term"]
MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
LETTERS: dict[PeriodKind, str] = {"month": "", "quarter": "Q", "half_year": "H"}
ONE_DAY = timedelta(days=1)

NO_TERM_YEARS = N_("任期年数 {years} 不成立：任期须在 1 年以上，请按本级党组织的任期规定填写。")
BEFORE_TERM = N_("{day} 早于本届当选日 {elected}：请核对日期，或先补录上一届的当选日。")
TERM_NEEDS_ELECTION = N_("任期从当选日算起，不能按日历推算：请先填写最近一次换届的日期和任期年数。")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days 周期, both ends belonging to it; periods sort by their first day.

    ``key`` names it: ``2026``, ``2026-H1``, ``2026-Q2``, ``2026-06``, ``2024-03-08+3`` (a term and its years).
    """

    first: date
    last: date
    kind: PeriodKind
    key: str

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def period_of(kind: PeriodKind, day: date) -> Period:
    """Return the calendar period that holds that day.

    Raises Refusal for a term, which no calendar tells: see ``term_of``.
    """
    if kind == "term":
        raise Refusal(TERM_NEEDS_ELECTION)
    months = MONTHS[kind]
    number = (day.month - 1) // months
    first = date(day.year, number * months + 1, 1)
    last_month = first.month + months - 1
    end = date(day.year, 12, 31) if last_month == 12 else date(day.year, last_month + 1, 1) - ONE_DAY
    label = f"{number + 1:02}" if kind == "month" else f"{LETTERS.get(kind)}{number + 1}"
    return Period(first, end, kind, str(day.year) if kind == "year" else f"{day.year}-{label}")


def periods_between(kind: PeriodKind, start: date, end: date) -> Iterator[Period]:
    """Yield the calendar periods that touch the days from ``start`` to ``end``, in order.

    None when ``end`` is the earlier one. Raises Refusal for a term.
    """
    while start <= end:
        period = period_of(kind, start)
        yield period
        if period.last == date.max:
            return
        start = period.last + ONE_DAY


def term_of(elected_on: date, years: int, day: date) -> Period:
    """Return the term that holds that day, counting terms of ``years`` years from an election.

    A term ends the day before the anniversary of the election; for an election on 29 February
    the anniversary in a common year is 1 March. A day after the term belongs to the term that
    should have followed, whether or not it was elected. Raises Refusal for less than one year and for a
    day before the election, ``OverflowError`` when the term ends after the year 9999.
    """
    if years < 1:
        raise Refusal(NO_TERM_YEARS, years=str(years))
    if day < elected_on:
        raise Refusal(BEFORE_TERM, day=day.isoformat(), elected=elected_on.isoformat())
    passed = (day.year - elected_on.year) // years
    if _anniversary(elected_on, passed * years) > day:
        passed -= 1
    first = _anniversary(elected_on, passed * years)
    last = _anniversary(elected_on, (passed + 1) * years) - ONE_DAY
    return Period(first, last, "term", f"{first.isoformat()}+{years}")


def _anniversary(day: date, years: int) -> date:
    if day.year + years > date.max.year:
        raise OverflowError(day.year + years)
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
