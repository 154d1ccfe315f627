"""The workbook of people: one row each. Contact details are not in it: they never leave in a file."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override

from luoshi.core.formats import worksheet_of
from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.queries import by_code
from luoshi.ground.people.actions import ImportOutcome, enter, refuse_unsound
from luoshi.ground.people.models import Person, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import by_account
from luoshi.ground.people.refusals import (
    HOME_DISSOLVED,
    HOMELESS,
    JOINED_WITHOUT_STANDING,
    JOINS_LATER,
    NOT_A_BRANCH,
)

from .columns import Column, choice, dates
from .comparing import compared, refuse_because, refuse_repeated, sound
from .preview import Preview
from .refusals import UNKNOWN_ORGANIZATION
from .table import Line, table_of
from .writing import workbook

ROWS = 50_000
SHEET = "人员"
with override("zh-hans"):
    _STANDINGS = {str(standing.label): standing for standing in Standing}
COLUMNS = (
    Column("账号", "account", required=True, limit=60),
    Column("姓名", "name", required=True, limit=60),
    choice("政治面貌", "standing", _STANDINGS),
    dates("入党日期", "joined_on"),
    Column("所在党支部代码", "home", limit=40, width=18),
)
_PARTICULARS = tuple(field.name for field in fields(Particulars))
_ABOUT = {
    JOINED_WITHOUT_STANDING: "joined_on",
    JOINS_LATER: "joined_on",
    HOMELESS: "home",
    NOT_A_BRANCH: "home",
    HOME_DISSOLVED: "home",
}


def preview(data: bytes, name: str, *, at: datetime) -> Preview[Particulars]:
    """Return what importing the workbook would do. Raises ``Unreadable`` for a file that is none or too long."""
    table = table_of(worksheet_of(data, name, ROWS), COLUMNS)
    refuse_repeated(table, "account")
    lines = sound(table, COLUMNS)
    homes = by_code({line.values["home"] for line in lines if line.values["home"]})
    stood = {account: _values(person) for account, person in by_account(_accounts(lines)).items()}
    entries, rows, cells = [], [], []
    for line in lines:
        home = line.values["home"]
        if home and home not in homes:
            table.refuse(line.row, table.places["home"], UNKNOWN_ORGANIZATION, value=home)
            continue
        entry = Particulars(**{**{name: line.values[name] for name in _PARTICULARS}, "home": homes.get(home)})
        try:
            refuse_unsound(entry, at)
        except Refusal as refusal:
            refuse_because(table, line, refusal, _ABOUT, "account")
            continue
        entries.append(entry)
        rows.append(line.row)
        cells += compared(table, line, COLUMNS, stood.get(entry.account))
    return Preview([*table.refused, *cells], entries, rows)


@transaction.atomic
def commit(
    data: bytes,
    name: str,
    *,
    by: int | None,
    at: datetime,
    advance: Callable[[int], None] = lambda _rows: None,
) -> ImportOutcome:
    """Import the workbook, all of it or nothing; ``advance`` is told how many rows are entered, and may raise to stop.

    Raises ``Refusal`` while any cell stands in the way, and ``Unreadable`` as ``preview`` does.
    """
    foreseen = preview(data, name, at=at)
    foreseen.refuse_refused()
    return enter(foreseen.entries, by=by, at=at, advance=advance)


def template() -> bytes:
    """Return an empty workbook with the header, the choices and text cells for accounts and codes."""
    return workbook(SHEET, COLUMNS, [])


def export(people: QuerySet[Person]) -> bytes:
    """Return the people as a workbook whose import changes nothing."""
    return workbook(SHEET, COLUMNS, (_values(person) for person in people.select_related("home")))


def _accounts(lines: list[Line]) -> set[str]:
    return {line.values["account"] for line in lines}


def _values(person: Person) -> dict[str, Any]:
    return {**Particulars.of(person).fields(), "home": person.home.code if person.home else ""}
