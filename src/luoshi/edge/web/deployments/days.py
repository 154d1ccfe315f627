"""Days to choose a deadline from: the usual ones, and a month with its working days."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from luoshi.act.tasks.site import workdays
from luoshi.edge.web.reading.words import day

from .words import workdays_left


@dataclass(frozen=True, slots=True)
class Day:
    """A day that can be chosen; ``label`` is how it stands in the list, ``left`` the working days until it."""

    on: date
    label: str
    left: str
    works: bool = True
    past: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month of weeks; days of other months are nothing. ``before`` and ``after`` are ``YYYY-MM``."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day | None, ...], ...]
    before: str
    after: str


def usual(today: date, due: date | None) -> tuple[Day, ...]:
    """Return the days that deadlines mostly fall on, each moved back to a working day, soonest first."""
    ends = {_("月底"): _month_end(today), _("季末"): _quarter_end(today), _("年底"): date(today.year, 12, 31)}
    found = {_("5个工作日后"): _after(today, 5), **{name: _worked(end) for name, end in ends.items()}}
    calendar = workdays()
    if due is not None and not calendar.is_workday(due):
        found = {_("提前到工作日"): _worked(due), _("顺延到工作日"): calendar.next_workday(due), **found}
    chosen: dict[date, str] = {}
    for name, on in found.items():
        if on >= today:
            chosen.setdefault(on, name)
    return tuple(_day(on, today, f"{name} {day(on, today)}") for on, name in chosen.items())


def month_of(wanted: str, today: date, due: date | None) -> Month:
    """Return the month ``YYYY-MM``, or that of a deadline to come, or this one where the words are no month."""
    first = _first(wanted) or max(due or today, today).replace(day=1)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    name = format_date(first, _("y年M月"), locale=_locale())
    return Month(
        title=name,
        weekdays=tuple(format_date(each, "EEEEE", locale=_locale()) for each in weeks[0]),
        weeks=tuple(
            tuple(_day(on, today, str(on.day)) if on.month == first.month else None for on in week)
            for week in weeks
        ),
        before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{first + timedelta(days=31):%Y-%m}",
    )


def left(on: date, today: date) -> str:
    """Return the working days until that day, in words."""
    return workdays_left(workdays().workdays_between(today, on))


def _day(on: date, today: date, label: str) -> Day:
    return Day(on, label, left(on, today), works=workdays().is_workday(on), past=on < today)


def _worked(on: date) -> date:
    calendar = workdays()
    while not calendar.is_workday(on):
        on -= timedelta(days=1)
    return on


def _after(today: date, count: int) -> date:
    calendar, on = workdays(), today
    for _step in range(count):
        on = calendar.next_workday(on + timedelta(days=1))
    return on


def _month_end(on: date) -> date:
    return (on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _quarter_end(on: date) -> date:
    return _month_end(on.replace(day=1, month=(on.month - 1) // 3 * 3 + 3))


def _first(wanted: str) -> date | None:
    try:
        found = date.fromisoformat(f"{wanted}-01")
    except ValueError:
        return None
    # A neighbour month of the first and the last year would be no date.
    return found if 2000 <= found.year < 2200 else None


def _locale() -> str:
    return "en_GB" if get_language() == "en" else "zh_CN"
