"""The working days that invented stories happen on, counted from the last one that is over."""

from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils.timezone import make_aware

from luoshi.core.lifecycle import Workdays
from luoshi.core.periods import WorkCalendar

BEHIND, AHEAD = 360, 120
OPENS = time(8, 30)


class Days:
    """Working days by number: 0 is the last one before ``today``, −1 the one before it, 1 today or after."""

    def __init__(self, calendar: WorkCalendar, today: date) -> None:
        self.calendar: Workdays = calendar
        self.today = today
        newest = calendar.add_workdays(today, -1)
        day = calendar.add_workdays(newest, -BEHIND)
        self._days = [day]
        while len(self._days) <= BEHIND + AHEAD:
            day = calendar.next_workday(day + timedelta(1))
            self._days.append(day)

    def on(self, number: int) -> date:
        """Return the day of that number. Raises ``IndexError`` beyond what stories need."""
        return self._days[number + BEHIND]

    def opening(self, number: int) -> datetime:
        """Return when the offices open on it."""
        return self._openings[number + BEHIND]

    @cached_property
    def _openings(self) -> list[datetime]:
        return [make_aware(datetime.combine(day, OPENS)) for day in self._days]
