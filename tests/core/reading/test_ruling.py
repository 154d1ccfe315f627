"""Tables that plain text sets apart by blanks."""

import pytest

from luoshi.core.reading import read, to_do
from luoshi.core.reading.ruling import ruled

TABLE = (
    "重点任务分工表\n"
    "序号  工作任务                 责任单位          完成时限\n"
    "1     建立督查台账并按月通报   市数据局、市财政局  2026年6月底前\n"
    "2     开展专项检查             市审计局          持续推进\n"
    "以上任务由督查室负责解释。\n"
)


def test_rows_set_apart_by_blanks_are_tasks() -> None:
    tasks = to_do(read(TABLE))
    assert [(task.text.split()[-1], task.units, task.deadline) for task in tasks[:2]] == [
        ("建立督查台账并按月通报", ("市数据局", "市财政局"), "2026年6月底前"),
        ("开展专项检查", ("市审计局",), "持续推进"),
    ]


@pytest.mark.parametrize("text", ["", "\n", "工作要点\n", "一、总体要求  建立台账  开展检查\n", TABLE])
def test_ruling_keeps_every_offset(text: str) -> None:
    assert len(ruled(text)) == len(text)
    assert ruled(text).replace("\t", " ") == text
