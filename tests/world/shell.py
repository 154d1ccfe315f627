"""The command line in the test's own process and database."""

from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from click.testing import CliRunner, Result

from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.ops.cli import main


def typed(*arguments: str) -> Result:
    """Type one command and return what came of it."""
    return CliRunner().invoke(main, list(arguments))


def workday(days: int) -> str:
    """Return the working day that many working days from today, as it is typed."""
    return site_calendar().add_workdays(_today(), days).isoformat()


def rest_day() -> str:
    """Return the next day that nobody works, as it is typed."""
    calendar, day = site_calendar(), _today() + timedelta(days=1)
    while calendar.is_workday(day):
        day += timedelta(days=1)
    return day.isoformat()


def book(path: Path, header: list[str], *rows: list[str], touch: object = None) -> str:
    """Write a workbook of texts, touched up where a function for that is given; return its path."""
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    for number, row in enumerate([header, *rows]):
        for place, text in enumerate(row):
            if text:
                sheet.write_string(number, place, text)
    if callable(touch):
        touch(sheet)
    workbook.close()
    return str(path)


def _today() -> date:
    from django.utils.timezone import localdate  # noqa: PLC0415  # settings first

    return localdate()
