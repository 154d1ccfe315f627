"""One sheet of a workbook as cells with their places, for tables that people fill in.

Read as the same hardened stream of events as any workbook. Libraries were weighed: one reads fast but
tells nothing of hidden rows and formulas, the other tells them only after building every cell of a
sheet as an object, which two cells in far corners turn into gigabytes. Source: ECMA-376 Part 1, 18.3.
"""

from dataclasses import dataclass

from .kinds import Kind, kind_of
from .lines import Budget, lines_of_cell
from .package import Package
from .refusals import N_, Unreadable
from .workbook_parts import SharedStrings, Styles, Workbook
from .xlsx import COLUMNS, Sheet
from .xml_parts import feed

TOO_MANY_ROWS = N_(
    "“{name}”从 {cell} 起超过 {limit} 行的上限，一行也没有写入：请拆成几个文件，每个不超过 {limit} 行。"
)
NO_SHEET = N_("“{name}”里没有可见的工作表：请取消隐藏要导入的工作表再来。")
NO_WORKBOOK = N_("“{name}”不是 Excel 工作簿：请下载模板，填好后存为 .xlsx 再来。")


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The first visible sheet. Rows and columns count from 1.

    ``rows`` are the texts of each row that has any, by its number, the first column first; a merged
    cell's text stands in its first cell only. ``formulas`` and ``merges`` name cells and ranges (``A2:A5``).
    """

    name: str
    rows: dict[int, list[str]]
    formulas: frozenset[tuple[int, int]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    merges: tuple[str, ...]


def address(row: int, column: int) -> str:
    """Return how people call a cell: column 3, row 12 is ``C12``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def worksheet_of(data: bytes, name: str, limit: int, *, breaks: bool = False) -> Worksheet:
    """Return the first visible sheet of a workbook of at most ``limit`` rows.

    ``name`` is what its owner calls the file; with ``breaks`` a text in a cell keeps its lines.
    Raises Unreadable, naming the file and for too many rows the cell.
    """
    try:
        if kind_of(data, name) is not Kind.PACKAGE:
            raise Unreadable(NO_WORKBOOK)
        return _worksheet(Package(data), limit, breaks=breaks)
    except Unreadable as refusal:
        raise refusal.about(name) from None


def _worksheet(package: Package, limit: int, *, breaks: bool) -> Worksheet:
    if package.kind != "xlsx":
        raise Unreadable(NO_WORKBOOK)
    book, strings, styles = Workbook(), SharedStrings(), Styles()
    feed(package.part(package.main), book)
    for kind, handler in (("sharedStrings", strings), ("styles", styles)):
        path = package.related(package.main, kind)
        if path is not None:
            feed(package.part(path), handler)
    places = package.relations(package.main)
    for title, relation in book.sheets:
        kind, path = places.get(relation, ("", ""))
        if kind == "worksheet":
            grid = (_GridOfLines if breaks else _Grid)(strings, styles, book, limit)
            feed(package.part(path), grid)
            return grid.worksheet(title)
    raise Unreadable(NO_SHEET)


class _Grid(Sheet):
    """Remembers, besides the lines, what a person who looks at the sheet would not see."""

    def __init__(self, strings: SharedStrings, styles: Styles, book: Workbook, limit: int) -> None:
        super().__init__(strings.texts, styles.codes, Budget(), from_1904=book.from_1904)
        self.limit = limit
        self.formulas: set[tuple[int, int]] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.ranges: list[str] = []

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        super().opens(name, attributes)
        if name == "x:f":
            self.formulas.add((self.row, self.column))
        elif name == "x:row" and _is_true(attributes.get("hidden")):
            self.hidden_rows.add(self.row)
        elif name == "x:col" and _is_true(attributes.get("hidden")):
            first, last = (attributes.get(end, "") for end in ("min", "max"))
            if first.isdigit() and last.isdigit():
                self.hidden_columns.update(range(int(first), min(int(last), COLUMNS) + 1))
        elif name == "x:mergeCell":
            self.ranges.append(attributes.get("ref", ""))

    def closes(self, name: str) -> None:
        if name == "x:row" and self.cells and self.row > self.limit:
            cell = address(self.row, 1)
            raise Unreadable(TOO_MANY_ROWS, cell=cell, limit=str(self.limit))
        super().closes(name)

    def worksheet(self, name: str) -> Worksheet:
        """Return what was seen."""
        rows = {row: line.split("\t") for row, line in self.lines.items()}
        hidden = frozenset(self.hidden_rows), frozenset(self.hidden_columns)
        return Worksheet(name, rows, frozenset(self.formulas), *hidden, tuple(self.ranges))


class _GridOfLines(_Grid):
    """Keeps the lines of a text within its cell."""

    def in_cell(self, text: str) -> str:
        return lines_of_cell(text)


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")
