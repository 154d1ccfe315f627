"""Lists of units as documents write them: constructs 25 to 32."""

import pytest

from luoshi.core.reading import read, to_do
from luoshi.core.reading.units import split_units


@pytest.mark.parametrize(
    ("listed", "units"),
    [
        ("财政局、税务局等国务院相关部门及各地区", ("财政局", "税务局", "国务院相关部门", "各地区")),
        ("市自然资源和规划局、市文化和旅游局", ("市自然资源和规划局", "市文化和旅游局")),
        (
            "市工业和信息化局、市通信管理局，海洋科技中心；各区政府",
            ("市工业和信息化局", "市通信管理局", "海洋科技中心", "各区政府"),
        ),
        ("农业局、商务局等和各有关省级人民政府", ("农业局", "商务局", "各有关省级人民政府")),
        ("海州、滨江、云台市政府", ("海州市政府", "滨江市政府", "云台市政府")),
        ("市住建局、审批服务局", ("市住建局", "审批服务局")),
        ("党政办 总务处 信息处", ("党政办", "总务处", "信息处")),
        ("各处室各年段", ("各处室", "各年段")),
        ("工 会", ("工会",)),
        ("市发展改革委（粮食局）、市财政局", ("市发展改革委（粮食局）", "市财政局")),
        ("市委组织部和市财政局", ("市委组织部", "市财政局")),
        ("省“双百产业”协调推进机制牵头部门", ("省“双百产业”协调推进机制牵头部门",)),
        ("", ()),
    ],
)
def test_split(listed: str, units: tuple[str, ...]) -> None:
    assert split_units(listed) == units


@pytest.mark.parametrize(
    ("ending", "lead", "units"),
    [
        ("（市数据局牵头，各区政府配合）", "市数据局", ("市数据局", "各区政府")),
        (
            "（牵头单位：市数据局，参加单位：市财政局、市教育局）",
            "市数据局",
            ("市数据局", "市财政局", "市教育局"),
        ),
        (
            "（牵头单位：市数据局；配合单位：市财政局；完成时限：2026年6月底前）",
            "市数据局",
            ("市数据局", "市财政局"),
        ),
        ("（市数据局、市教育局按职责分工负责）", None, ("市数据局", "市教育局")),
        ("（市数据局负责）", "市数据局", ("市数据局",)),
        ("（责任单位：市数据局、市教育局）", None, ("市数据局", "市教育局")),
        ("【责任单位：市教育局】", "市教育局", ("市教育局",)),
        ("（市委办牵头，市直各部门、各区政府分工负责）", "市委办", ("市委办", "市直各部门", "各区政府")),
    ],
)
def test_endings(ending: str, lead: str | None, units: tuple[str, ...]) -> None:
    task = to_do(read(f"1.建立督查台账。{ending}"))[0]
    assert (task.lead, task.units) == (lead, units)
    assert task.ending_span is not None


def test_a_convention_makes_the_first_listed_lead() -> None:
    reading = read(
        "1.办甲事项清单。（市委办、市政府办负责。列第一位者为牵头单位，下同）\n2.办乙事项清单。（市财政局、市审计局负责）"
    )
    assert [str(remark) for remark in reading.conventions] == ["first listed unit leads"]
    assert [task.lead for task in to_do(reading)] == ["市委办", "市财政局"]


def test_a_default_unit_answers_where_none_is_named_and_guidance_is_no_duty() -> None:
    text = (
        "一、主要任务\n（一）健全体制。完善协同机制。（市生态环境局指导，试点区政府负责落实。以下均需试点区政府落实，不再列出）"
        "建立工作台账，开展专项排查。（市住建局指导）\n二、保障措施\n加强宣传引导，组织专题培训。"
    )
    tasks = to_do(read(text))
    assert [task.units for task in tasks] == [("试点区政府",), ("试点区政府",), ()]
    assert tasks[1].ending_span is None


def test_the_party_assessed_is_not_the_party_addressed() -> None:
    task = to_do(read("机关党委要突出对党支部书记的考核，建立述职评议制度。"))[0]
    assert task.responsible == ("机关党委",)


def test_several_parties_in_one_sentence_are_all_found() -> None:
    task = to_do(read("分管领导要建立联系点制度，其他班子成员要落实一岗双责，开展谈心谈话。"))[0]
    assert task.responsible == ("分管领导", "其他班子成员")
