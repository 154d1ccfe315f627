"""What is asked, what was done, what is quoted: constructs 18 to 24, invented in our own words."""

import pytest

from luoshi.core.reading import Task, read, to_do


def only(text: str) -> Task:
    """The one task of any stance in the text."""
    tasks = read(text).tasks
    assert len(tasks) == 1, [task.text for task in tasks]
    return tasks[0]


@pytest.mark.parametrize(
    "text",
    [
        "一年来，各支部建立台账，先后组织督查12次。",
        "一、2025年工作回顾\n健全督查机制，开展专项督查，推动问题整改。",
        "督查室自成立以来，制定完善督查办法，实现全覆盖。",
        "召开座谈会18场，走访群众600多户。",
    ],
)
def test_past_results_are_no_commitments(text: str) -> None:
    assert [task.stance for task in read(text).tasks] == ["past"]
    assert to_do(read(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "市委书记在会上强调，要健全督查机制，盯住问题不放。",
        "党章明确规定“支部要按期换届”。",
        "省委全会提出，要开展专项整治，健全长效机制。",
    ],
)
def test_a_quoted_order_is_no_commitment(text: str) -> None:
    assert only(text).stance == "quotation"


def test_a_demand_of_ones_own_after_a_quotation_is_one() -> None:
    assert only("市委书记多次强调要真抓实干，我们必须健全督查机制，列出问题清单。").stance == "commitment"


@pytest.mark.parametrize(
    "text",
    [
        "对牵头企业给予最高三百万元（含设备投入）资助。",
        "发展负责任的人工智能（以下简称《方案》）。",
        "证书由培训机构（技工院校内由主管部门负责），统一发放。",
        "本办法由市委督查室负责解释。",
    ],
)
def test_lead_and_duty_as_ordinary_words_make_no_ending(text: str) -> None:
    assert all(task.ending_span is None for task in read(text).tasks)


def test_a_paragraph_may_hold_several_tasks_each_with_its_ending() -> None:
    text = "1.推动协同办公。建设统一门户。（市数据局牵头）年底前，实现全覆盖。（市政府办负责）\n2.推动共享。编制目录。（各区政府负责）"
    tasks = to_do(read(text))
    assert [task.units for task in tasks] == [("市数据局",), ("市政府办",), ("各区政府",)]
    assert tasks[1].text == "年底前，实现全覆盖。"


def test_an_umbrella_item_and_its_measures_are_both_read() -> None:
    text = (
        "（一）压减审批事项。（市政务局牵头）具体措施：1.编制清单。（市司法局负责）"
        "2.清理备案。（市发展改革委负责）\n（二）优化监管。（市场监管局牵头）"
    )
    assert [task.lead for task in to_do(read(text))] == ["市政务局", "市司法局", "市发展改革委", "市场监管局"]


def test_a_score_beside_the_ending_does_not_hide_it() -> None:
    task = to_do(read("1.推进全程电子化。（0.5分）（10月底完成，牵头考核单位：市税务局）"))[0]
    assert (task.lead, task.deadline, task.deadline_type) == ("市税务局", "10月底完成", "before")


def test_a_speaker_binds_himself() -> None:
    task = only("我们班子计划用两年时间，到每一名同志家里走访，了解情况。")
    assert task.stance == "commitment"
    assert (task.deadline, task.deadline_type, task.deadline_on) == ("两年时间", "period", None)


@pytest.mark.parametrize(
    "text",
    ["谢谢大家！", "抓基层是强党建的根本要求。", "下面，我讲几点意见。", "有的支部学习走过场，要求不严。"],
)
def test_manners_and_reasons_are_no_tasks(text: str) -> None:
    assert to_do(read(text)) == ()


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("各支部要建立问题清单，定期开展督查。", "core"),
        ("要提高政治站位，增强责任意识。", "soft"),
        ("这就要求我们把握正确方向，凝聚强大合力。", "soft"),
    ],
)
def test_checkable_acts_are_core_attitudes_are_soft(text: str, strength: str) -> None:
    assert only(text).strength == strength


def test_standing_practice_is_told_apart() -> None:
    assert only("继续坚持每月调度制度。").stance == "practice"
