"""The ways in which documents write who and by when under a task, invented in our own words."""

import pytest

from luoshi.core.reading import read, to_do

Named = tuple[tuple[str, ...], tuple[str, ...], str | None]


def named(text: str) -> list[Named]:
    """Leads, units and deadline of every task that has an ending."""
    return [(task.leads, task.units, task.deadline) for task in to_do(read(text)) if task.ending_span]


@pytest.mark.parametrize(
    "lines",
    [
        "牵头单位：市数据局\n责任单位：市财政局、各区政府\n完成时限：2026年6月底前",
        "牵头单位:市数据局\n\n责任单位:市财政局,各区政府\n\n完成时限:2026年6月底前",
        "责任人：李某某\n牵头单位：市数据局。\n配合单位：市财政局，各区政府。\n完成时限：2026年6月底前。",
        "牵头单位：市数据局；责任单位：市财政局、各区政府；完成时限：2026年6月底前。",
        "责任领导：王某某  牵头单位：市数据局  配合单位：市财政局、各区政府  完成时限：2026年6月底前",
        "（牵头单位：市数据局\n配合单位：市财政局、各区政府\n完成时限：2026年6月底前）",
        "（分管县领导：王某某；牵头责任单位：市数据局；配合责任单位：市财政局、各区政府；时限要求：2026年6月底前）",
    ],
)
@pytest.mark.parametrize("joint", ["", "\n"])
def test_labels_of_one_task_are_one_ending(lines: str, joint: str) -> None:
    text = f"1.建立督查台账。{joint}{lines}\n2.开展专项检查。{joint}责任单位：市审计局\n"
    assert named(text) == [
        (("市数据局",), ("市数据局", "市财政局", "各区政府"), "2026年6月底前"),
        (("市审计局",), ("市审计局",), None),
    ]


@pytest.mark.parametrize(
    ("ending", "leads", "units", "deadline"),
    [
        ("（市数据局、市财政局，各区政府）", (), ("市数据局", "市财政局", "各区政府"), None),
        ("（市数据局、市财政局，2026年6月）", (), ("市数据局", "市财政局"), "2026年6月"),
        ("市数据局牵头，市财政局、各区政府配合。", ("市数据局",), ("市数据局", "市财政局", "各区政府"), None),
        ("（市数据局会同市财政局负责）", ("市数据局",), ("市数据局", "市财政局"), None),
        ("（由市数据局牵头，会同市财政局落实）", ("市数据局",), ("市数据局", "市财政局"), None),
        (
            "（责任单位：市数据局、市财政局分别牵头）",
            ("市数据局", "市财政局"),
            ("市数据局", "市财政局"),
            None,
        ),
        ("责任单位：市数据局（列第一位为牵头或汇总单位，下同）", ("市数据局",), ("市数据局",), None),
        ("（各县、区政府负责）", (), ("各县政府", "各区政府"), None),
        (
            "（主要责任单位：市数据局；协同单位：市财政局）",
            ("市数据局",),
            ("市数据局", "市财政局"),
            None,
        ),
    ],
)
def test_one_ending(
    ending: str, leads: tuple[str, ...], units: tuple[str, ...], deadline: str | None
) -> None:
    assert named(f"1.建立督查台账。{ending}\n") == [(leads, units, deadline)]


@pytest.mark.parametrize(
    "text",
    [
        "各责任单位：要切实负起责任，建立督查台账。",
        "责任单位：要切实负起责任，建立督查台账。",
        "1.推广试点经验（国家级示范区）。",
        "1.建立台账。（含民办学校）\n2.开展检查。（不含市直学校）",
        "联系人：王某某，联系电话：0000。",
    ],
)
def test_look_alikes_are_no_endings(text: str) -> None:
    assert named(text) == []


def test_a_task_torn_by_a_page_break_is_read_from_its_begin() -> None:
    first = "1.完善督查机制。各单位要对照年度清单逐项梳理存在的问题，明确责任人和完成时限，按月向工委报送进展情况并探"
    tasks = to_do(read(f"{first}\n\n索专项考核办法。（牵头单位：市数据局）\n2.开展检查。（市审计局负责）"))
    assert tasks[0].text.startswith("完善督查机制")
    assert [task.lead for task in tasks] == ["市数据局", "市审计局"]
