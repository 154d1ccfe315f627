"""The working days of this site: what the library knows, then what files say, the site's own last."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from chinese_calendar import constants
from django.conf import settings

from luoshi.core.periods import WorkCalendar, YearPlan, checked
from luoshi.core.refusals import N_, Refusal

from .overlay import overlay, parsed

FOLDER = "calendar"
LONGEST = 31

WRONG_NAME = N_("“{name}”不像年份：放假安排一年一个文件，请改名为 2027.toml 这样。")
WRONG_FIELD = N_("“{name}”里的 {field} 写得不对：请照随软件附带的 2026.toml 的样子填写。")
WRONG_DAYS = N_("“{name}”里的“{holiday}”从 {first} 到 {last}：起止日须先后相接，且不超过一个月，请核对。")


def site_calendar() -> WorkCalendar:
    """Return the working days of this installation, read once by each process. Raises as ``work_calendar`` does."""
    return work_calendar(settings.LUOSHI_HOME)


@cache
def work_calendar(home: Path) -> WorkCalendar:
    """Return the working days for the data directory ``home``.

    A year's file in ``home/content/calendar`` outranks the shipped one, which outranks the library.
    Raises Refusal, naming the file and the mistake, for a file that cannot be understood: a wrong
    holiday would move deadlines without a word. ``OSError`` when a file cannot be read.
    """
    announced = dict(map(_from_file, overlay(home, FOLDER)))
    return WorkCalendar(_from_library()).with_years(announced)


def _from_library() -> dict[int, YearPlan]:
    holidays: dict[int, set[date]] = defaultdict(set)
    workdays: dict[int, set[date]] = defaultdict(set)
    for days, found in ((constants.holidays, holidays), (constants.workdays, workdays)):
        for day in days:
            found[day.year].add(day)
    return {year: YearPlan(frozenset(off), frozenset(workdays[year])) for year, off in holidays.items()}


def _from_file(path: Path) -> tuple[int, YearPlan]:
    if not (path.stem.isascii() and path.stem.isdigit() and len(path.stem) == 4):
        raise Refusal(WRONG_NAME, name=path.name)
    notice = parsed(path)
    unknown = sorted(notice.keys() - {"source", "workdays", "holidays"})
    if unknown:
        raise Refusal(WRONG_FIELD, name=path.name, field=unknown[0])
    workdays = notice.get("workdays", [])
    if not isinstance(workdays, list) or not all(type(day) is date for day in workdays):
        raise Refusal(WRONG_FIELD, name=path.name, field="workdays")
    year = int(path.stem)
    return year, checked(year, _holidays(path.name, notice.get("holidays")), workdays)


def _holidays(name: str, holidays: object) -> Iterator[date]:
    if not isinstance(holidays, list) or not holidays:
        raise Refusal(WRONG_FIELD, name=name, field="holidays")
    for holiday in holidays:
        first, last = _ends(name, holiday)
        length = (last - first).days + 1
        if not 0 < length <= LONGEST:
            said = str(holiday.get("name", "holidays"))
            raise Refusal(WRONG_DAYS, name=name, holiday=said, first=first.isoformat(), last=last.isoformat())
        yield from (first + timedelta(days=number) for number in range(length))


def _ends(name: str, holiday: Any) -> tuple[date, date]:
    if isinstance(holiday, dict) and set(holiday) <= {"name", "first", "last"}:
        first, last = holiday.get("first"), holiday.get("last", holiday.get("first"))
        if type(first) is date and type(last) is date:
            return first, last
    raise Refusal(WRONG_FIELD, name=name, field="holidays")
