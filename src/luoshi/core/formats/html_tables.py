"""Rows of an HTML table as lines; layout tables, which frame whole pages, give their blocks back."""

from collections import deque
from dataclasses import dataclass, field

from .lines import Budget
from .lines import cell as on_one_line
from .lines import row as joined

WIDEST = 1_000
TALLEST = 65_534


@dataclass(slots=True)
class _Cell:
    lines: list[str] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    holds_table: bool = False


# What hangs down from rows above: column → (rows that it still covers, columns, text).
_Held = dict[int, tuple[int, int, str]]


class HtmlTable:
    """A table being read: rows of cells, each with its lines; spans as in HTML 4.9.11."""

    def __init__(self) -> None:
        self._rows: list[list[_Cell]] = []

    def open_row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def open_cell(self, columns: int | None, rows: int | None) -> None:
        """A cell begins; ``columns`` and ``rows`` are its spans as written, rows 0 means to the end."""
        if not self._rows:
            self.open_row()
        span = TALLEST if rows == 0 else min(max(rows or 1, 1), TALLEST)
        self._rows[-1].append(_Cell([], min(max(columns or 1, 1), WIDEST), span))

    def close_cell(self, lines: list[str]) -> None:
        """The cell that was opened last has ended with these lines."""
        self._rows[-1][-1].lines = lines

    def holds_table(self) -> None:
        """The open cell holds another table."""
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].holds_table = True

    def lines(self, budget: Budget) -> list[str]:
        """The rows as lines; a row of one cell, or with a table inside, is layout and keeps its blocks."""
        found: list[str] = []
        held: _Held = {}
        for cells in self._rows:
            if not held and (len(cells) == 1 or any(cell.holds_table for cell in cells)):
                found += [line for cell in cells for line in cell.lines]
                continue
            texts, held = _row(cells, held)
            budget.spend("\t".join(texts))
            found.append(joined(texts))
        return [line for line in found if line]


def _row(cells: list[_Cell], above: _Held) -> tuple[list[str], _Held]:
    """The texts of a row with what hangs down into it from above, and what hangs into the next row."""
    texts: list[str] = []
    hanging: _Held = {}
    column = 0
    waiting = deque(cells)
    falling = deque(sorted(above.items()))
    while waiting or falling:
        if falling and (falling[0][0] <= column or not waiting):
            place, (rows, columns, text) = falling.popleft()
            column = max(column, place)
        else:
            cell = waiting.popleft()
            rows, columns, text = cell.rows, cell.columns, on_one_line(" ".join(cell.lines))
        texts.append(text)
        if rows > 1:
            hanging[column] = (rows - 1, columns, text)
        column += columns
    return texts, hanging
