"""Every draft and every clause has one place in the document, whatever stands there."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.reading import Reading, Task, read
from luoshi.edge.web.reading.drafts import drafts, groups, uncovered
from luoshi.edge.web.reading.original import Block, Piece, original

TODAY = date(2026, 6, 18)
WORDS = st.sampled_from(
    [
        "一、",
        "（一）",
        "市数据局要",
        "每月通报",
        "检查。",
        "\n",
        "\t",
        "2026年6月底前",
        "（市司法局牵头）",
        "　",
        "是",
        "\r",
    ]
)


def _pieces(block: Block) -> list[Piece]:
    return [*block.pieces, *(piece for row in block.rows for cell in row for piece in cell)]


def _original(text: str, reading: Reading) -> list[Block]:
    return original(text, reading, drafts(reading, everything=True, today=TODAY))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_nothing_is_lost_and_every_mark_has_its_place(text: str) -> None:
    reading = read(text)
    pieces = [piece for block in _original(text, reading) for piece in _pieces(block)]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    assert [draft.number for piece in pieces for draft in piece.opens] == list(
        range(1, len(reading.tasks) + 1)
    )
    assert [clause.id for piece in pieces for clause in piece.clauses] == [
        each.id for each in reading.outline
    ]


def test_a_sentence_across_lines_stays_one_piece() -> None:
    text = "督查组要走访\n十个窗口。\n完。"
    reading = replace(read(text), outline=(), tasks=(_task(text, 0, 11),))
    first, second = _original(text, reading)
    assert [piece.text for piece in first.pieces] == ["督查组要走访\n十个窗口", "。"]
    assert second.pieces[0].text == "完。"


def test_overlapping_drafts_both_have_a_place() -> None:
    text = "督查组要走访十个窗口。"
    tasks = (_task(text, 0, 10), _task(text, 0, 10), _task(text, 4, 8))
    [block] = _original(text, replace(read(text), outline=(), tasks=tasks))
    assert [draft.number for piece in block.pieces for draft in piece.opens] == [1, 2, 3]
    assert "".join(piece.text for piece in block.pieces) == text


def test_rows_become_one_table() -> None:
    text = "序号\t事项\n1\t走访窗口\n\n\t备注\n后文。"
    table, after = _original(text, read(text))
    assert (table.role, after.role) == ("table", "body")
    assert [len(row) for row in table.rows] == [2, 2, 2]


def test_title_and_headings_are_told_apart() -> None:
    text = "关于检查的通知\n各县区：\n一、检查安排\n督查组要走访窗口。"
    assert [block.role for block in _original(text, read(text))] == ["title", "body", "heading", "body"]


def test_a_way_is_told_only_where_it_is_new() -> None:
    text = (
        "一、检查\n（一）走访\n督查组要走访窗口。\n（二）通报\n督查组要每月通报。\n二、纪律\n不说空话就行。"
    )
    reading = read(text)
    found = groups(reading, drafts(reading, everything=False, today=TODAY))
    assert [[clause.title for clause in group.fresh] for group in found][:2] == [["检查", "走访"], ["通报"]]


def test_a_clause_is_covered_by_a_task_below_it() -> None:
    text = "一、检查\n（一）走访\n督查组要走访窗口。\n二、天气\n今天很热。"
    reading = read(text)
    assert [clause.title for clause in reading.outline if clause.id in uncovered(reading)] == ["天气"]


def _task(text: str, start: int, end: int) -> Task:
    return Task(text[start:end], (start, end), None, "commitment", "core")
