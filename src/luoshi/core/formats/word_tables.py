"""Rows of a Word table as lines, with vertically merged values repeated in each row they cover.

Source: ECMA-376 Part 1, 17.4 (tables).
"""

from dataclasses import dataclass, field

from .lines import cell as on_one_line
from .lines import row as joined
from .xml_parts import whole_number

WIDEST = 10_000


@dataclass(slots=True)
class Row:
    """A row being read: its cells so far, the grid column that comes next."""

    cells: list[str] = field(default_factory=list)
    column: int = 0
    deleted: bool = False


@dataclass(slots=True)
class Table:
    """A table being read. A table of one column is a frame around text: its paragraphs stay lines."""

    row: Row = field(default_factory=Row)
    columns: int = 0
    span: int = 1
    merge: str = ""
    merged: dict[int, str] = field(default_factory=dict)

    def describe(self, name: str, attributes: dict[str, str]) -> None:
        """Takes in a property of the table, the row or the cell."""
        value = attributes.get("w:val")
        if name == "w:gridCol":
            self.columns += 1
        elif name == "w:tr":
            self.row = Row()
        elif name == "w:gridBefore":
            self.row.column += min(whole_number(value) or 0, WIDEST)
        elif name == "w:gridSpan":
            self.span = min(max(whole_number(value) or 1, 1), WIDEST)
        elif name == "w:vMerge":
            self.merge = value or "continue"

    def open_cell(self) -> None:
        """A cell begins: it is one column wide and not merged until it says so."""
        self.span, self.merge = 1, ""

    def close_cell(self, lines: list[str]) -> list[str]:
        """A cell has ended; returns the lines that go out at once, which only a frame has."""
        if self.columns == 1:
            return [] if self.row.deleted else lines
        text = on_one_line(" ".join(lines))
        column = self.row.column
        if self.merge == "restart":
            self.merged[column] = text
        elif self.merge:
            text = self.merged.get(column, text)
        else:
            self.merged.pop(column, None)
        self.row.cells.append(text)
        self.row.column += self.span
        return []

    def close_row(self) -> list[str]:
        """A row has ended; returns it as one line, or none when it was deleted or empty."""
        row, self.row = self.row, Row()
        line = joined(row.cells)
        return [line] if line and not row.deleted else []
