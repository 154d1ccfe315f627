"""Merged cells of a sheet: a value merged downwards stands again in every row that it covers."""

import re

from .lines import Budget

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class Merges:
    """The vertical merges of one sheet, by the row where each begins."""

    def __init__(self) -> None:
        self._from: dict[int, list[tuple[int, int]]] = {}

    def add(self, reference: str) -> None:
        """Takes a range such as ``A2:A5``; ranges within one row repeat nothing and are passed over."""
        found = _RANGE.fullmatch(reference)
        if found is None:
            return
        first, last = int(found[2]), int(found[4])
        if last > first:
            self._from.setdefault(first, []).append((_column(found[1]), last))

    def apply(self, lines: dict[int, str], budget: Budget) -> None:
        """Repeats values in ``lines`` (row from 1 → cells joined by tabs), in time linear in the outcome."""
        if not self._from:
            return
        open_merges: dict[int, tuple[int, str]] = {}
        for row in sorted(lines):
            cells = lines[row].split("\t")
            for column, (last, value) in list(open_merges.items()):
                if row > last:
                    del open_merges[column]
                elif column >= len(cells) or not cells[column]:
                    cells += [""] * (column + 1 - len(cells))
                    cells[column] = value
            for column, last in self._from.get(row, ()):
                if column < len(cells) and cells[column]:
                    open_merges[column] = (last, cells[column])
            line = "\t".join(cells)
            if line != lines[row]:
                lines[row] = budget.spend(line)


def _column(letters: str) -> int:
    """Column letters as a place from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1
