"""Which days are worked: weekends, public holidays, and the weekend days worked in their stead.

The days come from the yearly notice of the State Council's General Office under the regulation
全国年节及纪念日放假办法; this module only counts with them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

DAYS_OF_WEEK = 7
WORKDAYS_OF_WEEK = 5
ALL_DAYS = range(date.min.toordinal(), date.max.toordinal() + 1)


@dataclass(frozen=True, slots=True)
class YearPlan:
    """What one year's notice says 年度放假安排: days off, and weekend days that are worked."""

    holidays: frozenset[date]
    workdays: frozenset[date]


@dataclass(frozen=True)
class WorkCalendar:
    """The working days of the years that are known; any other year has weekends and nothing else.

    Whether an answer rests on a notice or on weekends alone, ``knows(year)`` tells. Counting takes
    the same time for any distance. Days beyond the years 1 to 9999 raise ``OverflowError``.
    """

    years: Mapping[int, YearPlan] = field(default_factory=dict)
    # Days that differ from the plain week, ordered, with the difference they add up to until there.
    _days: list[int] = field(init=False, repr=False, compare=False)
    _sums: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        changes: dict[int, int] = {}
        for plan in self.years.values():
            changes.update({day.toordinal(): -1 for day in plan.holidays if day.weekday() < WORKDAYS_OF_WEEK})
            changes.update({day.toordinal(): 1 for day in plan.workdays if day.weekday() >= WORKDAYS_OF_WEEK})
        days, sums, total = sorted(changes), [0], 0
        for day in days:
            total += changes[day]
            sums.append(total)
        object.__setattr__(self, "_days", days)
        object.__setattr__(self, "_sums", sums)

    def knows(self, year: int) -> bool:
        """Tell whether the year's holidays have been announced to this calendar."""
        return year in self.years

    def with_years(self, plans: Mapping[int, YearPlan]) -> Self:
        """Return a calendar in which each of these years replaces what was known of it."""
        return type(self)({**self.years, **plans})

    def is_workday(self, day: date) -> bool:
        """Tell whether that day is worked."""
        return self._until(day.toordinal()) > self._until(day.toordinal() - 1)

    def workdays_between(self, start: date, end: date) -> int:
        """Return how many working days come after ``start``, up to and with ``end``.

        Negative when ``end`` is the earlier one, so that swapping the two changes only the sign.
        """
        return self._until(end.toordinal()) - self._until(start.toordinal())

    def add_workdays(self, day: date, count: int) -> date:
        """Return the working day ``count`` working days after ``day`` (before it, when negative).

        With 0, the day itself, worked or not.
        """
        if not count:
            return day
        ordinal = day.toordinal()
        wanted = self._until(ordinal) + count if count > 0 else self._until(ordinal - 1) + count + 1
        found = bisect_left(ALL_DAYS, wanted, key=self._until)
        if wanted < 1 or found == len(ALL_DAYS):
            raise OverflowError(wanted)
        return date.fromordinal(ALL_DAYS[found])

    def next_workday(self, day: date) -> date:
        """Return that day when it is worked, otherwise the first working day after it."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def _until(self, ordinal: int) -> int:
        """Count the working days of the calendar up to and with that day."""
        weeks, rest = divmod(ordinal, DAYS_OF_WEEK)
        return (
            weeks * WORKDAYS_OF_WEEK
            + min(rest, WORKDAYS_OF_WEEK)
            + self._sums[bisect_right(self._days, ordinal)]
        )
