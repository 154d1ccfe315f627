"""A ledger as rows of cells: from a workbook, or pasted from one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from luoshi.core.formats import worksheet_of

from .layout import recognized

ROWS = 50_000
# Above the header a ledger has its name and year, rarely more.
HEADS = 6
# A quoted cell ends where its quote is followed by the end of the cell; any other quote is a mark like others.
CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|\Z)')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ledger's header and the rows below it 台账: texts by row number, as people count them.

    ``merged`` are the rows in which cells are merged: whose they are cannot be told.
    """

    titles: tuple[str, ...]
    rows: Mapping[int, tuple[str, ...]]
    merged: frozenset[int] = field(default_factory=frozenset)


def sheet_of(data: bytes, name: str) -> Sheet:
    """Return the first sheet of the workbook. Raises ``Unreadable`` for a file that is none or too long."""
    found = worksheet_of(data, name, ROWS, breaks=True)
    rows = {row: tuple(cells) for row, cells in found.rows.items() if row not in found.hidden_rows}
    return _headed(rows, merges=found.merges)


def pasted(text: str) -> Sheet:
    """Return what was copied from a workbook: cells between tabs, rows on lines.

    A cell with line breaks of its own is copied in quotes, those in it doubled, and is one cell here too.
    """
    rows: dict[int, tuple[str, ...]] = {}
    cells, row = [], 1
    for found in CELL.finditer(text.replace("\r\n", "\n").replace("\r", "\n")):
        quoted, plain, end = found.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        if end != "\t":
            rows[row] = tuple(cells)
            cells, row = [], row + 1
    return _headed({number: cells for number, cells in rows.items() if any(cell.strip() for cell in cells)})


def copied(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as they are copied from a workbook, to be pasted once more."""
    return "\n".join("\t".join(map(_copied, row)) for row in rows)


def _copied(cell: str) -> str:
    plain = not any(mark in cell for mark in '\t\r\n"')
    return cell if plain else '"' + cell.replace('"', '""') + '"'


def _headed(rows: Mapping[int, tuple[str, ...]], merges: Iterable[str] = ()) -> Sheet:
    """Take the row that names most as the header, and what stands below it as the ledger."""
    above = sorted(rows)[:HEADS]
    if not above:
        return Sheet((), {})
    head = max(above, key=lambda row: (recognized(rows[row]), -row))
    below = {row: cells for row, cells in rows.items() if row > head and any(cell.strip() for cell in cells)}
    merged = frozenset(row for each in merges for row in _rows_of(each) if row > head)
    return Sheet(rows[head], below, merged)


def _rows_of(merged: str) -> range:
    """Return the rows of a merged range that spans several of them (``A2:A5``)."""
    first, _colon, last = merged.partition(":")
    numbers = ["".join(filter(str.isdigit, part)) for part in (first, last)]
    if not all(numbers) or numbers[0] == numbers[1]:
        return range(0)
    return range(int(numbers[0]), int(numbers[1]) + 1)
