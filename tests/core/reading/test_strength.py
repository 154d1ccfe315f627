"""What somebody can check, what is attitude, and what only looks like a demand; invented in our own words."""

import pytest

from luoshi.core.reading import read, to_do


@pytest.mark.parametrize(
    "text",
    [
        "严禁用公款购买节礼。",
        "对完不成任务的，年终考核一律不得评优。",
        "一旦发现违规问题，要立即严肃查处。",
        "党组每年至少专题研究两次机关党建工作。",
        "支部书记每季度讲一次党课。",
        "会后，各单位要迅速传达会议精神，研究具体措施。",
        "各部门要按照职责，定目标、定时限、定责任人。",
        "请各单位于本周五前将方案报工委。",
        "希望各单位对照清单逐项整改，十月底前报送结果。",
        "督查室要列出清单，挂账督办，完成一项、销号一项。",
        "力争全年培训党务干部300人次。",
    ],
)
def test_what_can_be_checked_is_core(text: str) -> None:
    assert [task.strength for task in to_do(read(text))] == ["core"]


@pytest.mark.parametrize(
    "text",
    [
        "各级党组织要高度重视党建工作，切实增强责任感。",
        "要加强组织领导，狠抓工作落实。",
        "我们必须采取有力措施，把问题解决好。",
        "要加强理论武装，筑牢思想防线。",
        "各部门要密切配合，形成工作合力。",
    ],
)
def test_attitude_is_soft(text: str) -> None:
    assert [task.strength for task in to_do(read(text))] == ["soft"]


@pytest.mark.parametrize(
    "text",
    [
        "下面，我讲三点意见。",
        "今年要突出重点，扎实做好九个方面工作。",
        "现将方案印发给你们，请认真贯彻执行。",
        "为推进创建工作，制定方案如下。",
        "我们也要清醒地看到，基础工作还不牢固。",
        "对照先进，我们还有不小差距。",
        "做好信访工作，是维护稳定的重要保障。",
        "支部是战斗堡垒，也是联系群众的纽带。",
        "这次会议的主要任务是，总结经验，部署工作。",
        "3月5日，我专门作出批示，要求各单位必须报送方案。",
        "联系人：某某，联系电话：0000。",
    ],
)
def test_announcements_diagnoses_and_reports_ask_for_nothing(text: str) -> None:
    assert to_do(read(text)) == ()


def test_firmness_in_a_report_is_no_demand() -> None:
    text = "一、2025年工作回顾\n坚决落实督查制度，严格执行请示报告制度。"
    assert to_do(read(text)) == ()


@pytest.mark.parametrize(
    ("text", "deadline", "on"),
    [
        ("（2026年3月1日）\n各单位要在十月底前完成换届。", "在十月底前", "2026-10-31"),
        ("（2026年3月1日）\n各单位要在六月十五日前报送方案。", "在六月十五日前", "2026-06-15"),
        ("（2026年3月1日）\n请各单位于本周五前将方案报工委。", "本周五前", None),
    ],
)
def test_spoken_deadlines(text: str, deadline: str, on: str | None) -> None:
    task = to_do(read(text))[0]
    assert (task.deadline, task.deadline_type) == (deadline, "before")
    assert (task.deadline_on.isoformat() if task.deadline_on else None) == on


@pytest.mark.parametrize(
    ("headings", "count"),
    [
        ("一、2026年目标任务\n（一）推动督查工作取得成效。", 1),
        ("一、把优势转化为发展成效\n", 1),
        ("一、2025年工作回顾\n（一）督查工作取得成效。", 0),
        ("一、督查工作成效明显\n", 0),
    ],
)
def test_titles_tell_whether_bare_imperatives_are_reports(headings: str, count: int) -> None:
    assert len(to_do(read(f"{headings}\n健全督查机制，开展专项检查。"))) == count
