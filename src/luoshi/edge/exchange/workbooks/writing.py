"""Writes workbooks: every cell as text, so that codes keep their zeros and days look the same everywhere."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any

from .columns import Column

if TYPE_CHECKING:
    import xlsxwriter

# How many rows of a template offer their choices and keep what is typed as text.
PREPARED_ROWS = 50_000
# Excel takes at most 255 characters of choices in one list.
CHOICES = 255


def workbook(name: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a workbook of one sheet: a header that stays in view, then one row for each mapping of field to value."""
    written = BytesIO()
    write(written, name, columns, rows)
    return written.getvalue()


def write(file: IO[bytes], name: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write that workbook into the file, in constant memory however many rows come."""
    import xlsxwriter  # noqa: PLC0415  # eleven megabytes, which most processes never need

    # Rows wait in a folder of their own, so that none stays behind where their source stops half-way.
    with TemporaryDirectory(prefix="luoshi-") as folder:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(file, {**options, "tmpdir": folder})
        _fill(book, name, columns, rows)
        book.close()


def _fill(
    book: "xlsxwriter.Workbook", name: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]
) -> None:
    text = book.add_format({"num_format": "@"})
    head = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, text)
        sheet.write_string(0, place, column.title + ("*" if column.required else ""), head)
        labels = list(column.choices)
        if labels and len(",".join(labels)) <= CHOICES:
            sheet.data_validation(1, place, PREPARED_ROWS, place, {"validate": "list", "source": labels})
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            shown = column.text(row[column.name])
            if shown:
                sheet.write_string(number, place, shown, text)
