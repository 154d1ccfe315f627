"""Hostile and huge files: linear time, less than 300 MB, measured in a process of their own."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from world.papers import paragraph, sheet, table, word, workbook, zipped

pytestmark = pytest.mark.scale

MEGABYTES = 300
SECONDS = 12
# getrusage would count the process it was forked from as well; VmHWM begins anew with exec.
PROGRAM = """
import json, sys, time
from pathlib import Path
from luoshi.core.formats import Unreadable, text_of
data = Path(sys.argv[1]).read_bytes()
begun = time.process_time()
try:
    length, refused = len(text_of(data, sys.argv[2])), ""
except Unreadable as refusal:
    length, refused = 0, str(refusal)
print(json.dumps({
    "length": length, "refused": refused, "seconds": time.process_time() - begun,
    "megabytes": int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024,
}))
"""


def weighed(folder: Path, data: bytes, name: str) -> dict[str, float | str]:
    path = folder / "document"
    path.write_bytes(data)
    command = [sys.executable, "-c", PROGRAM, str(path), name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    found: dict[str, float | str] = json.loads(done.stdout)
    return found


def many(count: int) -> bytes:
    return word("".join(paragraph(f"第{number}项任务由督查室牵头") for number in range(count)))


def rows(count: int) -> bytes:
    cells = "<w:tc>" + paragraph("督查室") + "</w:tc><w:tc>" + paragraph("抓落实") + "</w:tc>"
    return word(table(*[f"{cells}<w:tc>{paragraph(str(number))}</w:tc>" for number in range(count)]))


def long_merge(rows: int) -> bytes:
    first = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("长" * 10_000)}</w:tc>'
    other = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}</w:tc>"
    return word(table(first, *[other] * rows, columns=2))


def columns_merged_down() -> bytes:
    """A thousand columns merged over a hundred thousand rows that each hold one cell."""
    heads = "".join(f'<c t="str"><v>{number}</v></c>' for number in range(1_000))
    body = "".join(f'<row r="{row}"><c><v>1</v></c></row>' for row in range(2, 100_000))
    letters = [a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    merges = "".join(f'<mergeCell ref="{column}1:{column}100000"/>' for column in letters)
    return sheet(f'<sheetData><row r="1">{heads}</row>{body}</sheetData><mergeCells>{merges}</mergeCells>')


def spread() -> bytes:
    ends = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    return sheet(f"<sheetData>{ends}</sheetData>")


def shared() -> bytes:
    body = "".join(f'<row r="{row}"><c t="s"><v>0</v></c></row>' for row in range(1, 20_000))
    return sheet(f"<sheetData>{body}</sheetData>", f"<si><t>{'长' * 32_000}</t></si>")


def big_book() -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        for row in range(100_000):
            page.write_row(row, 0, [row, "督查室", "建台账", 0.5])

    return workbook(fill, constant_memory=True)


READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "20 MB on one line": (lambda: "抓落实".encode() * (20 * 2**20 // 9), "长.txt"),
    "20 MB on one line in GB 18030": (lambda: "抓落实".encode("gb18030") * (20 * 2**20 // 6), "长.txt"),
    "100,000 paragraphs": (lambda: many(100_000), "长.docx"),
    "a table of 100,000 rows": (lambda: rows(100_000), "长.docx"),
    "a sheet of 100,000 rows": (big_book, "长.xlsx"),
    "two cells in far corners": (spread, "远.xlsx"),
    "a page of 100,000 rows": (
        lambda: b"<html><table>" + b"<tr><td>a</td><td>b</td><td>c</td></tr>" * 100_000,
        "长.html",
    ),
}
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "one long cell merged over many rows": (lambda: long_merge(100_000), "长.docx", "过长"),
    "one long string used often": (shared, "长.xlsx", "过长"),
    "many columns merged over many rows": (columns_merged_down, "宽.xlsx", "过长"),
    "a million entries": (lambda: zipped({"a": "a"}) + b"PK\x01\x02" * 1_000_000, "a.docx", "炸弹"),
    "pieces without end": (
        lambda: word("<w:p>" + "<w:r><w:t>ab</w:t></w:r>" * 2_000_000 + "</w:p>"),
        "碎.docx",
        "过长",
    ),
    "a page of nothing but cells": (lambda: b"<html><table>" + b"<td>" * 6_000_000, "格.html", "过长"),
    "a page of nothing but lines": (lambda: b"<html>" + b"<p>x" * 6_000_000, "行.html", "过长"),
    "tall cells over many rows": (
        lambda: b"<html><table><tr>" + b"<td rowspan=0>" * 10_000 + b"<tr><td>" * 1_000_000,
        "高.html",
        "过长",
    ),
    "open tags without end": (lambda: b"<html>" + b"<b>" * 8_000_000, "深.html", "嵌套过深"),
    "zeros under a word name": (lambda: bytes(50 * 2**20), "零.docx", "损坏"),
    "50 MB that open like a PDF": (lambda: b"%PDF-1.4\n" + bytes(50 * 2**20), "零.pdf", "损坏"),
}


@pytest.mark.parametrize("case", READ)
def test_what_is_large_and_honest_is_read(case: str, tmp_path: Path) -> None:
    build, name = READ[case]
    found = weighed(tmp_path, build(), name)
    assert found["refused"] == ""
    assert float(found["length"]) > 0
    assert float(found["megabytes"]) < MEGABYTES
    assert float(found["seconds"]) < (1 if name.endswith(".txt") else SECONDS)


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_hostile_is_refused_cheaply(case: str, tmp_path: Path) -> None:
    build, name, word_of_it = REFUSED[case]
    found = weighed(tmp_path, build(), name)
    assert word_of_it in str(found["refused"])
    assert float(found["megabytes"]) < MEGABYTES
    assert float(found["seconds"]) < SECONDS


def test_time_grows_with_length_and_no_faster(tmp_path: Path) -> None:
    short = float(weighed(tmp_path, rows(10_000), "a.docx")["seconds"])
    long = float(weighed(tmp_path, rows(80_000), "a.docx")["seconds"])
    assert long < 8 * short * 2
