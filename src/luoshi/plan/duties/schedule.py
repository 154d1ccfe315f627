"""When a duty falls due, and from when it is a task: by the end of its period, on a day that is worked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from luoshi.core.lifecycle import Workdays
from luoshi.core.periods import Period, PeriodKind, period_of, periods_between

from .vocabulary import Frequency

ONE_DAY = timedelta(days=1)
MONTHS = 12
PERIODS: dict[str, PeriodKind] = {
    Frequency.MONTH: "month",
    Frequency.QUARTER: "quarter",
    Frequency.HALF_YEAR: "half_year",
    Frequency.YEAR: "year",
}


@dataclass(frozen=True, slots=True)
class DutyTerm:
    """One time that a duty is owed 履责周期: in which period, from when it is a task, and by when it is due."""

    period: Period
    opens_on: date
    due_on: date


def terms_between(
    frequency: str, month: int, since: date, until: date, calendar: Workdays
) -> Iterator[DutyTerm]:
    """Give the terms due from ``since`` to ``until``; none for what is done when there is occasion."""
    if frequency == Frequency.EVENT:
        return
    for period in periods_between(PERIODS[frequency], since, until):
        term = _term(period, month, calendar)
        if since <= term.due_on <= until:
            yield term


def term_open(frequency: str, month: int, on: date, calendar: Workdays) -> DutyTerm | None:
    """Return the term whose task is to be open on that day, or nothing."""
    if frequency == Frequency.EVENT:
        return None
    term = _term(period_of(PERIODS[frequency], on), month, calendar)
    return term if term.opens_on <= on <= term.due_on else None


def _term(period: Period, month: int, calendar: Workdays) -> DutyTerm:
    """A month's duty is open all month; any other from the month before the one by whose end it is due."""
    last = period_of("month", date(period.first.year, month, 1)) if month else period_of("month", period.last)
    before = period_of("month", last.first - ONE_DAY) if last.first > period.first else last
    return DutyTerm(period, max(before.first, period.first), last_workday(last, calendar))


def last_workday(period: Period, calendar: Workdays) -> date:
    """Return the last working day of the period; its last day where none is worked."""
    day = period.last
    while day > period.first and not calendar.is_workday(day):
        day -= ONE_DAY
    return day if calendar.is_workday(day) else period.last


def after_workdays(day: date, count: int, calendar: Workdays) -> date:
    """Return the working day so many working days after that day."""
    while count > 0:
        day = calendar.next_workday(day + ONE_DAY)
        count -= 1
    return day
