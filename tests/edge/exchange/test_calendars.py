"""Which days this site works: the library, the shipped files, the site's own files."""

from datetime import date
from pathlib import Path

import pytest
from chinese_calendar import constants

from luoshi.core.periods import WorkCalendar
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.calendars import work_calendar
from luoshi.edge.exchange.overlay import SHIPPED

HOLIDAY = "[[holidays]]\nname = '元旦'\nfirst = 2031-01-01\nlast = 2031-01-03\n"


def _write(home: Path, name: str, text: str | bytes) -> None:
    folder = home / "content" / "calendar"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_every_day_the_library_knows_is_worked_as_it_says(tmp_path: Path) -> None:
    calendar = work_calendar(tmp_path)
    assert all(calendar.knows(year) for year in range(2004, 2027))
    assert [day for day in constants.holidays if calendar.is_workday(day)] == []
    assert [day for day in constants.workdays if not calendar.is_workday(day)] == []


def test_the_shipped_year_says_what_the_library_says(tmp_path: Path) -> None:
    [shipped] = (SHIPPED / "calendar").glob("*.toml")
    library = {day for day in constants.holidays if day.year == int(shipped.stem)}
    plan = work_calendar(tmp_path).years[int(shipped.stem)]
    assert plan.holidays == library
    assert plan.workdays == {day for day in constants.workdays if day.year == int(shipped.stem)}


def test_a_year_nobody_announced_falls_back_to_weekends(tmp_path: Path) -> None:
    calendar = work_calendar(tmp_path)
    assert not calendar.knows(2031)
    assert calendar.is_workday(date(2031, 1, 1))


def test_the_sites_own_file_teaches_a_year_and_corrects_one(tmp_path: Path) -> None:
    _write(tmp_path, "2031.toml", f"workdays = [2031-01-04]\n{HOLIDAY}")
    _write(tmp_path, "2026.toml", HOLIDAY.replace("2031", "2026"))
    calendar = work_calendar(tmp_path)
    assert calendar.knows(2031)
    assert [calendar.is_workday(date(2031, 1, number)) for number in (1, 2, 3, 4)] == [False] * 3 + [True]
    assert calendar.is_workday(date(2026, 5, 1))


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("next.toml", HOLIDAY, "不像年份"),
        ("２０３１.toml", HOLIDAY, "不像年份"),
        ("2031.toml", "holidays = [", "TOML"),
        ("2031.toml", b"\xff\xfe", "TOML"),
        ("2031.toml", "", "holidays"),
        ("2031.toml", "holidays = ['2031-01-01']", "holidays"),
        ("2031.toml", "[[holidays]]\nfirst = '2031-01-01'", "holidays"),
        ("2031.toml", "[[holidays]]\nfirst = 2031-01-01T08:00:00", "holidays"),
        ("2031.toml", f"workdays = '2031-01-04'\n{HOLIDAY}", "workdays"),
        ("2031.toml", f"workday = [2031-01-04]\n{HOLIDAY}", "workday"),
        ("2031.toml", HOLIDAY.replace("01-03", "09-03"), "不超过一个月"),
        ("2031.toml", HOLIDAY.replace("2031-01-03", "2030-01-03"), "先后相接"),
        ("2030.toml", HOLIDAY, "不属于这一年"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_and_named(
    tmp_path: Path, name: str, text: str | bytes, word: str
) -> None:
    _write(tmp_path, name, text)
    with pytest.raises(Refusal, match=word) as refusal:
        work_calendar(tmp_path)
    assert str(refusal.value).endswith("。")
    assert name.split(".", maxsplit=1)[0] in str(refusal.value)


def test_without_files_and_library_only_weekends_are_free() -> None:
    assert WorkCalendar().next_workday(date(2026, 10, 3)) == date(2026, 10, 5)
