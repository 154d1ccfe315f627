"""What every reading promises, whatever the text: quotations are quotations, nothing blows up."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.reading import read

_PIECES = (
    *[
        "一、",
        "（一）",
        "1.",
        "一是",
        "二是",
        "一要",
        "第一，",
        "第一章",
        "——",
        "要",
        "必须",
        "建立台账",
        "。",
        "；",
        "，",
        "：",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "(",
        ")",
        "[",
        "]",
    ],
    *[
        "牵头",
        "负责",
        "责任单位：",
        "市数据局",
        "、",
        "等",
        "和",
        "各地区",
        "年底前",
        "2026年6月",
        "每月",
        "12%",
        "了",
        "以来",
        "强调",
        "1.2026年",
    ],
    *["序号", "任务", "完成时间", "100个", "同志们", "𠀀"],
    *("\n", " ", "\t", "\u3000\u3000"),
)
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_span_quotes_the_text(text: str) -> None:
    reading = read(text)
    for task in reading.tasks:
        assert text[slice(*task.span)] == task.text
        assert task.text.strip()
        if task.ending_span:
            assert 0 <= task.ending_span[0] < task.ending_span[1] <= len(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_outline_is_a_tree_in_order(text: str) -> None:
    seen: dict[str, int] = {}
    last = 0
    for clause in read(text).outline:
        assert clause.span[0] >= last
        last = clause.span[0]
        assert clause.level == (seen[clause.parent] + 1 if clause.parent else 1)
        seen[clause.id] = clause.level


@settings(max_examples=100, deadline=None)
@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.scale
@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "“",
        "《",
        "一、",
        "一是",
        "（一）",
        "要",
        "，",
        "省",
        "每",
        "1.",
        "\t",
        "a\tb\n",
        "年底",
        "　",
        "\n",
        "责任单位：",
        "牵头、",
        "不断",
        "20",
        "第一、",
        "——",
        "要办。",
        "牵头，",
        "。市局牵头，区局配合",
        "责任单位：市局\n",
        "（市局）\n",
        "完成时限：6月底前；",
        "序号  任务  责任单位\n",
        "序号  任务  责任单位  ",
        "一、完善工作 ，",
        "完善督查工作。\n",
        "各县、",
        "会同市局",
        "是基层，",
        "3月5日，",
        "每年至少",
        "由市局",
        "作为书记，",
    ],
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    short, long = 20_000, 160_000
    repeat = {size: piece * (size // len(piece)) for size in (short, long)}
    read(repeat[short])
    took = {size: _seconds(text) for size, text in repeat.items()}
    assert took[long] < 24 * took[short] + 0.3


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        read(text)
        best = min(best, time.process_time() - begin)
    return best
