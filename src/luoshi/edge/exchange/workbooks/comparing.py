"""What a row would change, cell by cell, and what nobody can list twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.core.formats import address
from luoshi.core.refusals import Refusal

from .columns import Column
from .preview import Verdict, VerdictKind, verdict
from .refusals import BECAUSE, CHANGED, LISTED_TWICE, NEW, SAME
from .table import Line, Table


def compared(
    table: Table, line: Line, columns: Sequence[Column], was: Mapping[str, Any] | None
) -> list[Verdict]:
    """Return a verdict for each cell of a sound row; ``was`` holds the present values, nothing where it is new."""
    return [_cell(line, table.places[column.name], column, was) for column in columns]


def _cell(line: Line, place: int, column: Column, was: Mapping[str, Any] | None) -> Verdict:
    value = line.values[column.name]
    if was is None:
        return verdict(VerdictKind.NEW, line.row, place, NEW, value=column.text(value))
    if was[column.name] == value:
        return verdict(VerdictKind.SAME, line.row, place, SAME)
    texts = {"was": column.text(was[column.name]), "value": column.text(value)}
    return verdict(VerdictKind.CHANGED, line.row, place, CHANGED, title=column.title, **texts)


def refuse_repeated(table: Table, field: str) -> None:
    """Refuse each row whose value of that field an earlier row has."""
    seen: dict[str, int] = {}
    for line in table.lines:
        place = table.places[field]
        value = line.values.get(field)
        if value in seen:
            table.refuse(line.row, place, LISTED_TWICE, value=value, other=address(seen[value], place))
        elif value:
            seen[value] = line.row


def refuse_because(
    table: Table, line: Line, refusal: Refusal, fields: Mapping[str, str], otherwise: str
) -> None:
    """Refuse the cell that the refusal is about: ``fields`` says which field each sentence speaks of."""
    place = table.places[fields.get(refusal.sentence, otherwise)]
    facts = {"cell": address(line.row, place)}
    table.refused.append(Verdict(line.row, place, VerdictKind.REFUSED, BECAUSE, facts, refusal))


def sound(table: Table, columns: Sequence[Column]) -> list[Line]:
    """Return the rows whose cells could all be read."""
    fields = {column.name for column in columns}
    return [line for line in table.lines if fields <= line.values.keys()]
