"""Whatever happens to a valid file on its way, it is read or refused: no other error, no long wait."""

import time
from datetime import timedelta

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.formats import Unreadable, text_of
from world.papers import drawn, level, listed, numbering, paragraph, sheet, table, typed, word, workbook

SECONDS = 1.0


def _book() -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet("任务")
        page.write_row(0, 0, ["任务", "单位", 45473, 0.5])
        page.merge_range(1, 0, 3, 0, "督查室")

    return workbook(fill)


WHOLE = {
    "a.docx": word(
        paragraph("督查工作方案") + listed("任务") + table("<w:tc>" + paragraph("甲") + "</w:tc>"),
        numbering(level(0, "chineseCounting", "%1、")),
    ),
    "a.xlsx": _book(),
    "a.pdf": drawn(typed("督查工作方案", "一、建立台账")),
    "a.txt": "一、建立台账，抓好落实。\n".encode("gb18030") * 20,
    "a.md": "# 一、台账\n| 任务 | **单位** |\n|---|---|\n- [x] 甲\n".encode() * 5,
    "a.html": b"<html><table><tr><td rowspan=2>a<td>b<tr><td><ol><li>c</table><pre>d\n</pre>",
}
XML = (
    paragraph("甲")
    + table("<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("乙") + "</w:tc>")
    + listed("丙"),
    '<row r="1"><c r="A1" t="str"><v>1</v></c></row><mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
)
edits = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 8)), min_size=1, max_size=4)


def mutated(whole: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    """Replaces a few bytes at a few places; 7 cuts the rest off, 8 says it twice."""
    data = whole
    for share, piece, cut in changes:
        place = int(share * len(data))
        rest = {7: b"", 8: data[place:] * 2}.get(cut, data[place + cut :])
        data = data[:place] + piece + rest
    return data


def is_read_or_refused(data: bytes, name: str) -> None:
    begun = time.perf_counter()
    try:
        said = text_of(data, name)
    except Unreadable as refusal:
        said = str(refusal)
    assert said
    assert time.perf_counter() - begun < SECONDS


@settings(max_examples=300, deadline=timedelta(seconds=SECONDS * 2))
@given(st.sampled_from(sorted(WHOLE)), edits)
def test_a_mutation_is_read_or_refused(name: str, changes: list[tuple[float, bytes, int]]) -> None:
    is_read_or_refused(mutated(WHOLE[name], changes), name)


@settings(max_examples=200, deadline=timedelta(seconds=SECONDS * 2))
@given(st.sampled_from([0, 1]), edits)
def test_mutated_xml_in_a_sound_package_is_read_or_refused(
    which: int, changes: list[tuple[float, bytes, int]]
) -> None:
    xml = mutated(XML[which].encode(), changes).decode("utf-8", "replace")
    is_read_or_refused(word(xml) if which == 0 else sheet(xml), "a.docx")


@settings(max_examples=200, deadline=timedelta(seconds=SECONDS * 2))
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", "a.md", "a.doc", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    is_read_or_refused(data, name)
