"""The days of the story, counted from today, so that the city is as old whenever it is seeded."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from luoshi.core.periods import WorkCalendar

MORNING = 9 * 60
# So many minutes pass between two steps of one story on the same day, so many between two stories.
STEP, APART, SPREAD = 35, 13, 120


@dataclass(frozen=True, slots=True)
class Days:
    """Where today is, and which days are worked."""

    today: date
    calendar: WorkCalendar
    zone: tzinfo

    def day(self, count: int) -> date:
        """Return the working day so many working days after today; before it, when negative."""
        return self.calendar.add_workdays(self.today, count)

    def moment(self, count: int, story: int, step: int) -> datetime:
        """Return when a step of a story was made, in office hours; no moment is later than yesterday's."""
        if count >= 0:
            raise ValueError(f"a story tells what was, and day {count} is still to come")
        minutes = MORNING + story * APART % SPREAD + step * STEP
        return datetime.combine(self.day(count), time(), self.zone) + timedelta(minutes=minutes)

    def ago(self, count: int) -> date:
        """Return the day so many days before today, worked or not."""
        return self.today - timedelta(days=count)
