"""Every draft and every clause has one place in the document, whatever stands there."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.reading import Reading, Task, read
from luoshi.edge.web.reading.drafts import drafts, groups, uncovered
from luoshi.edge.web.reading.original import Block, Stretch, original

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


def _stretches(block: Block) -> list[Stretch]:
    return [*block.stretches, *(each for row in block.rows for cell in row for each in cell)]


def _words(stretch: Stretch) -> str:
    return "".join(piece.text for piece in stretch.pieces)


def _original(text: str, reading: Reading) -> list[Block]:
    return original(text, reading, drafts(reading, everything=True, today=TODAY))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_nothing_is_lost_and_every_mark_has_its_place(text: str) -> None:
    reading = read(text)
    stretches = [stretch for block in _original(text, reading) for stretch in _stretches(block)]
    clauses = [clause.id for stretch in stretches for piece in stretch.pieces for clause in piece.clauses]
    assert "".join("".join(map(_words, stretches)).split()) == "".join(text.split())
    assert [draft.number for each in stretches for draft in each.opens] == [*range(1, len(reading.tasks) + 1)]
    assert clauses == [clause.id for clause in reading.outline]


def test_a_sentence_across_lines_stays_one_piece() -> None:
    text = "督查组要走访 \n \n十个窗口。\n完。"
    reading = replace(read(text), outline=(), tasks=(_task(text, 0, 14),))
    first, second = _original(text, reading)
    assert [*map(_words, first.stretches)] == ["督查组要走访\n十个窗口", "。"]
    assert [*map(_words, second.stretches)] == ["完。"]


def test_the_title_of_a_clause_does_not_break_its_sentence() -> None:
    text = "一、健全机制。督查组要走访十个窗口。"
    reading = read(text)
    [block] = _original(text, replace(reading, tasks=(_task(text, 2, 17),)))
    [number, sentence, _stop] = block.stretches
    assert [(piece.text, piece.strong) for piece in number.pieces] == [("一、", True)]
    assert [(piece.text, piece.strong) for piece in sentence.pieces] == [
        ("健全机制", True),
        ("。督查组要走访十个窗口", False),
    ]


def test_overlapping_drafts_both_have_a_place() -> None:
    text = "督查组要走访十个窗口。"
    tasks = (_task(text, 0, 10), _task(text, 0, 10), _task(text, 4, 8))
    [block] = _original(text, replace(read(text), outline=(), tasks=tasks))
    assert [draft.number for stretch in block.stretches for draft in stretch.opens] == [1, 2, 3]
    assert "".join(map(_words, block.stretches)) == text


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
