"""A filled-in sheet becomes rows of values; what cannot be taken becomes a refusal with its cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from luoshi.core.formats import Worksheet
from luoshi.core.refusals import Refusal

from .columns import Column
from .preview import Verdict, VerdictKind, verdict
from .refusals import (
    BEYOND_HEADER,
    EMPTY_SHEET,
    FORMULA,
    HIDDEN_COLUMN,
    HIDDEN_ROW,
    MERGED,
    MISSING_COLUMN,
    REPEATED_COLUMN,
    UNKNOWN_COLUMN,
)

HEADER = 1
_FIRST_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its number in the sheet and the values by field, as far as they could be read."""

    row: int
    values: dict[str, Any]


@dataclass(slots=True)
class Table:
    """``places`` says in which column of the sheet (from 1) each field stands."""

    places: dict[str, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    refused: list[Verdict] = field(default_factory=list)

    def refuse(self, row: int, column: int, sentence: str, /, **facts: str) -> None:
        """Note that the cell stands in the way."""
        self.refused.append(verdict(VerdictKind.REFUSED, row, column, sentence, **facts))


def table_of(sheet: Worksheet, columns: Sequence[Column]) -> Table:
    """Return the rows of the sheet. When its header is wrong there are none, because no cell can be trusted."""
    table = Table()
    _read_header(table, sheet, columns)
    if not table.refused:
        _refuse_unseen(table, sheet)
        for row in sorted(sheet.rows):
            if row > HEADER:
                _read_row(table, sheet, columns, row)
    return table


def _read_header(table: Table, sheet: Worksheet, columns: Sequence[Column]) -> None:
    titles = [title.strip().rstrip("*＊").strip() for title in sheet.rows.get(HEADER, [])]
    if not any(titles):
        table.refuse(HEADER, 1, EMPTY_SHEET, titles="、".join(column.title for column in columns))
        return
    fields = {column.title: column.name for column in columns}
    for place, title in enumerate(titles, 1):
        if title and title not in fields:
            table.refuse(HEADER, place, UNKNOWN_COLUMN, title=title)
        elif title and fields[title] in table.places:
            table.refuse(HEADER, place, REPEATED_COLUMN, title=title)
        elif title:
            table.places[fields[title]] = place
    for column in columns:
        if column.name not in table.places:
            table.refuse(HEADER, len(titles) + 1, MISSING_COLUMN, title=column.title)


def _refuse_unseen(table: Table, sheet: Worksheet) -> None:
    """Refuse what looks different from what it holds: merged, hidden, computed."""
    for merged in sheet.merges:
        found = _FIRST_CELL.match(merged)
        if found:
            table.refuse(int(found[2]), _column(found[1]), MERGED, range=merged)
    for row in sheet.hidden_rows & sheet.rows.keys():
        table.refuse(row, 1, HIDDEN_ROW, row=str(row))
    for place in sheet.hidden_columns & set(table.places.values()):
        table.refuse(HEADER, place, HIDDEN_COLUMN)
    for row, place in sheet.formulas:
        table.refuse(row, place, FORMULA)


def _read_row(table: Table, sheet: Worksheet, columns: Sequence[Column], row: int) -> None:
    cells = [text.strip() for text in sheet.rows[row]]
    if not any(cells):
        return
    values: dict[str, Any] = {}
    for column in columns:
        place = table.places[column.name]
        text = cells[place - 1] if place <= len(cells) else ""
        try:
            values[column.name] = column.value(text)
        except Refusal as refusal:
            table.refuse(row, place, refusal.sentence, **refusal.facts)
    known = set(table.places.values())
    for place, text in enumerate(cells, 1):
        if text and place not in known:
            table.refuse(row, place, BEYOND_HEADER)
    table.lines.append(Line(row, values))


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column
