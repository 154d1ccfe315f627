"""The workbook of organizations: one row each, its place in the tree given by the code of the one above."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override

from luoshi.core.formats import worksheet_of
from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.actions import ImportOutcome, Placement, enter, refuse_unsound
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.paths import above
from luoshi.ground.organizations.queries import by_code, by_path
from luoshi.ground.organizations.refusals import BACKWARDS, ENDLESS_TERM

from .columns import Column, choice, dates, numbers
from .comparing import compared, refuse_because, refuse_repeated, sound
from .preview import Preview
from .refusals import ENDED, LOOP, UNKNOWN_ORGANIZATION
from .table import Line, Table, table_of
from .writing import workbook

ROWS = 50_000
SHEET = "组织"
with override("zh-hans"):
    _KINDS = {str(kind.label): kind for kind in OrganizationKind}
COLUMNS = (
    Column("代码", "code", required=True, limit=40),
    Column("上级代码", "under", limit=40),
    Column("名称", "name", required=True, width=36),
    Column("简称", "short_name", limit=40, width=20),
    choice("类型", "kind", _KINDS),
    dates("成立日期", "established_on"),
    dates("最近换届日期", "last_elected_on"),
    numbers("任期（年）", "term_years"),
)
_CHARTER = tuple(field.name for field in fields(Charter))
_ABOUT = {BACKWARDS: "last_elected_on", ENDLESS_TERM: "term_years"}


def preview(data: bytes, name: str) -> Preview[Placement]:
    """Return what importing the workbook would do. Raises ``Unreadable`` for a file that is none or too long."""
    table = table_of(worksheet_of(data, name, ROWS), COLUMNS)
    refuse_repeated(table, "code")
    lines = sound(table, COLUMNS)
    known = by_code(
        {line.values[field] for line in lines for field in ("code", "under") if line.values[field]}
    )
    _refuse_places(table, lines, known)
    entries = [_entry(line) for line in lines]
    for line, entry in zip(lines, entries, strict=True):
        try:
            refuse_unsound(entry.charter)
        except Refusal as refusal:
            refuse_because(table, line, refusal, _ABOUT, "code")
    stood = _present(known)
    cells = [
        each for line in lines for each in compared(table, line, COLUMNS, stood.get(line.values["code"]))
    ]
    return Preview([*table.refused, *cells], entries, [line.row for line in lines])


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
    foreseen = preview(data, name)
    foreseen.refuse_refused()
    return enter(foreseen.entries, by=by, at=at, advance=advance)


def template() -> bytes:
    """Return an empty workbook with the header, the choices and text cells for codes."""
    return workbook(SHEET, COLUMNS, [])


def export(organizations: QuerySet[Organization]) -> bytes:
    """Return the active ones among the organizations as a workbook whose import changes nothing."""
    rows = list(organizations.filter(dissolved_on=None))
    parents = by_path({row.parent_path for row in rows})
    return workbook(SHEET, COLUMNS, (_values(row, parents.get(row.parent_path)) for row in rows))


def _entry(line: Line) -> Placement:
    return Placement(Charter(**{name: line.values[name] for name in _CHARTER}), line.values["under"])


def _values(organization: Organization, parent: Organization | None) -> dict[str, Any]:
    return {**Charter.of(organization).facts(), "under": parent.code if parent else ""}


def _present(known: Mapping[str, Organization]) -> dict[str, dict[str, Any]]:
    parents = by_path({organization.parent_path for organization in known.values()})
    return {code: _values(each, parents.get(each.parent_path)) for code, each in known.items()}


def _refuse_places(table: Table, lines: list[Line], known: Mapping[str, Organization]) -> None:
    """Refuse rows about what has ended, under what nobody knows, or in a circle."""
    listed = {line.values["code"] for line in lines}
    for line in lines:
        for field in ("code", "under"):
            value = line.values[field]
            organization = known.get(value)
            if organization is not None and organization.dissolved_on is not None:
                ended = str(organization.dissolved_on)
                table.refuse(line.row, table.places[field], ENDED, name=organization.name, on=ended)
            elif field == "under" and value and organization is None and value not in listed:
                table.refuse(line.row, table.places[field], UNKNOWN_ORGANIZATION, value=value)
    above_of = _nearest_listed(lines, known)
    for line in lines:
        if _is_circular(line.values["code"], above_of):
            table.refuse(line.row, table.places["under"], LOOP, value=line.values["under"])


def _nearest_listed(lines: list[Line], known: Mapping[str, Organization]) -> dict[str, str]:
    """Return for each listed code the nearest listed one that would be above it.

    A parent that is not listed stays where it is, so what is above it now will be above it then.
    """
    listed = {line.values["code"] for line in lines}
    outside = {line.values["under"] for line in lines} - listed
    stay = {code: known[code] for code in outside if code in known}
    uppers = by_path({path for each in stay.values() for path in above(each.path)})
    nearest: dict[str, str] = {}
    for line in lines:
        under = line.values["under"]
        if under in listed:
            nearest[line.values["code"]] = under
        elif under in stay:
            higher = (uppers[path].code for path in reversed(above(stay[under].path)) if path in uppers)
            found = next((code for code in higher if code in listed), None)
            if found is not None:
                nearest[line.values["code"]] = found
    return nearest


def _is_circular(code: str, above_of: Mapping[str, str]) -> bool:
    """Tell whether climbing from a code comes back to it; a circle further up is that of others."""
    seen: set[str] = set()
    at = above_of.get(code)
    while at is not None and at not in seen:
        if at == code:
            return True
        seen.add(at)
        at = above_of.get(at)
    return False
