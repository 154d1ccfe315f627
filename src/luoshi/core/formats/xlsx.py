"""Excel workbooks: one row one line, sheets in order, each sheet's name above it when there are several.

The sheets are read as a stream. A library that lays a sheet out as a grid can be made to take all
memory by two cells in far corners (16,384 × 1,048,576), and one that copies shared strings by a
long one used often. Hidden sheets, which mostly hold choice lists, are left out.
Source: ECMA-376 Part 1, 18 (SpreadsheetML).
"""

from .cell_values import shown
from .lines import Budget
from .lines import cell as on_one_line
from .package import Package
from .refusals import TOO_LONG, Unreadable
from .sheet_merges import Merges
from .workbook_parts import PIECES, SharedStrings, Styles, Workbook
from .xml_parts import Handler, feed, whole_number

COLUMNS = 16_384
ROWS = 1_048_576


def text_of(package: Package) -> str:
    """The text of a workbook: rows as lines, cells joined by tabs."""
    book, strings, styles = Workbook(), SharedStrings(), Styles()
    feed(package.part(package.main), book)
    for kind, handler in (("sharedStrings", strings), ("styles", styles)):
        path = package.related(package.main, kind)
        if path is not None:
            feed(package.part(path), handler)
    places = package.relations(package.main)
    budget = Budget()
    found: list[tuple[str, list[str]]] = []
    for name, relation in book.sheets:
        kind, path = places.get(relation, ("", ""))
        if kind == "worksheet":
            sheet = Sheet(strings.texts, styles.codes, budget, from_1904=book.from_1904)
            feed(package.part(path), sheet)
            found.append((name, sheet.finished()))
    filled = [(name, lines) for name, lines in found if lines]
    if len(filled) == 1:
        return "\n".join(filled[0][1])
    return "\n".join(line for name, lines in filled for line in (name, *lines))


class Sheet(Handler):
    """Turns a sheet's events into one line a row, then repeats what is merged downwards."""

    def __init__(self, strings: list[str], codes: list[str], budget: Budget, *, from_1904: bool) -> None:
        self.strings, self.codes, self.from_1904, self.budget = strings, codes, from_1904, budget
        self.lines: dict[int, str] = {}
        self.merges = Merges()
        self.row, self.column = 0, 0
        self.cells: list[str] = []
        self.kind, self.style = "n", 0
        self.value: list[str] = []
        self.is_value = False
        self.phonetic = 0

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "x:c":
            self._place(attributes.get("r", ""))
            self.kind = attributes.get("t", "n")
            self.style = whole_number(attributes.get("s")) or 0
            self.value = []
        elif name in ("x:v", "x:t"):
            self.is_value = not self.phonetic
        elif name == "x:rPh":
            self.phonetic += 1
        elif name == "x:row":
            row = whole_number(attributes.get("r"))
            self.row = row if row is not None else self.row + 1
            self.column, self.cells = 0, []
        elif name == "x:mergeCell":
            self.merges.add(attributes.get("ref", ""))

    def _place(self, reference: str) -> None:
        """The next cell's column, from 1: from its reference, else the one after the last."""
        column = 0
        for letter in reference[:4]:
            if not "A" <= letter <= "Z":
                break
            column = column * 26 + ord(letter) - 64
        self.column = column if 0 < column <= COLUMNS else self.column + 1

    def closes(self, name: str) -> None:
        if name in ("x:v", "x:t"):
            self.is_value = False
        elif name == "x:rPh":
            self.phonetic -= 1
        elif name == "x:c":
            text = self.in_cell(self._text("".join(self.value)))
            if text and len(self.cells) < self.column:
                self.cells += [""] * (self.column - len(self.cells))
                self.cells[-1] = text
        elif name == "x:row" and self.cells and 0 < self.row <= ROWS:
            self.lines[self.row] = self.budget.spend("\t".join(self.cells))
            self.cells = []

    def in_cell(self, text: str) -> str:
        """The text as it stands in its cell."""
        return on_one_line(text)

    def says(self, text: str) -> None:
        if self.is_value:
            self.value.append(text)
            if len(self.value) > PIECES:
                raise Unreadable(TOO_LONG)

    def _text(self, value: str) -> str:
        if self.kind == "s":
            place = whole_number(value)
            return self.strings[place] if place is not None and place < len(self.strings) else ""
        if self.kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        if self.kind == "n":
            code = self.codes[self.style] if self.style < len(self.codes) else ""
            return shown(value, code, from_1904=self.from_1904)
        return value

    def finished(self) -> list[str]:
        """The lines of the sheet, merges applied, without the empty columns at its left."""
        self.merges.apply(self.lines, self.budget)
        lines = [self.lines[row] for row in sorted(self.lines)]
        indent = min((len(line) - len(line.lstrip("\t")) for line in lines), default=0)
        return [line[indent:] for line in lines]
