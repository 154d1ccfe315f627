"""By when and how often: constructs 33 to 40."""

from datetime import date

import pytest

from luoshi.core.reading import Task, read, to_do


def first(text: str, title: str = "海州市2026年工作要点") -> Task:
    """The first task of a document of 2026."""
    return to_do(read(f"{title}\n一、重点工作\n{text}"))[0]


@pytest.mark.parametrize(
    ("text", "deadline", "on", "kind"),
    [
        ("年底前建成平台。（市数据局负责）", "年底前", date(2026, 12, 31), "before"),
        ("建立台账。（6月底完成，牵头单位：市数据局）", "6月底完成", date(2026, 6, 30), "before"),
        ("2027年3月15日前报送方案。（市数据局负责）", "2027年3月15日前", date(2027, 3, 15), "before"),
        ("寒假前印发办法。（教务处负责）", "寒假前", None, "before"),
        (
            "健全机制。（5月底取得阶段性成效并持续推进，牵头单位：市数据局）",
            "5月底取得阶段性成效并持续推进",
            date(2026, 5, 31),
            "before",
        ),
        ("健全机制。（持续推进，牵头单位：市数据局）", "持续推进", None, "ongoing"),
        ("健全机制。（牵头单位：市数据局；时限：长期坚持）", "长期坚持", None, "ongoing"),
        ("力争到2028年，建成示范点10个。（市数据局负责）", "到2028年", date(2028, 12, 31), "year_target"),
        ("2月底前完成普查。（市统计局负责）", "2月底前", date(2026, 2, 28), "before"),
        ("今年三季度前完成调研。（市委办负责）", "今年三季度前", date(2026, 9, 30), "before"),
    ],
)
def test_deadlines(text: str, deadline: str, on: date | None, kind: str) -> None:
    task = first(text)
    assert (task.deadline, task.deadline_on, task.deadline_type) == (deadline, on, kind)


def test_a_year_that_is_nowhere_stays_open() -> None:
    assert to_do(read("年底前建成平台。（市数据局负责）"))[0].deadline_on is None


def test_the_date_of_issue_gives_the_missing_year() -> None:
    text = "督查方案\n一、健全机制\n6月底前印发办法。（市委办负责）\n海州市委办公室\n2025年2月3日"
    assert to_do(read(text))[0].deadline_on == date(2025, 6, 30)


def test_validity_is_no_deadline() -> None:
    assert first("本政策自2026年1月1日至2027年12月31日实施，开展宣传培训。（市财政局负责）").deadline is None


@pytest.mark.parametrize(
    "cell", ["3-4月", "1月至4月", "5月~10月", "11～12月", "5月—12月", "4月~6月/9月~11月"]
)
def test_month_ranges_with_every_dash(cell: str) -> None:
    text = f"重点任务表\n序号\t任务\t完成时间\t责任单位\n1\t开展专项督查\t{cell}\t市委督查室"
    task = to_do(read(text))[0]
    assert (task.deadline, task.deadline_type, task.lead) == (cell, "period", "市委督查室")


def test_a_schedule_cell_becomes_a_task_a_step() -> None:
    text = "工作任务\t时序进度\t考核要点\n建设督查平台\t3月：完成调研 4月：起草方案；5-12月：试运行\t平台上线"
    tasks = to_do(read(text))
    assert [(task.text, task.deadline) for task in tasks] == [
        ("完成调研", "3月"),
        ("起草方案", "4月"),
        ("试运行", "5-12月"),
    ]


def test_what_the_table_repeats_is_merged() -> None:
    text = (
        "2026年工作要点\n1.规范会议。制定会议管理办法，严格控制会议数量。\n"
        "序号\t任务\t时间\t责任单位\n1\t制定会议管理办法，严格控制会议数量。\t6月底前\t党政办"
    )
    reading = read(text)
    assert [task.lead for task in to_do(reading)] == ["党政办"]
    assert [str(remark) for remark in reading.warnings] == ["merged with the task table: 1"]


@pytest.mark.parametrize(
    ("text", "frequency", "per"),
    [
        ("党组每半年至少听取一次汇报，要形成纪要。", "每半年至少听取一次", "half_year"),
        ("各支部要每月开展主题党日。", "每月", "month"),
        ("要按季度通报进展，建立台账。", "按季度通报", "quarter"),
        ("书记要经常开展谈心谈话。", "经常", None),
    ],
)
def test_frequencies(text: str, frequency: str, per: str | None) -> None:
    task = to_do(read(text))[0]
    assert (task.frequency, task.per) == (frequency, per)


@pytest.mark.parametrize(
    "text", ["对入选者每年600元补助，要及早兑现政策。", "制定年度重点工作清单、每月重点工作清单。"]
)
def test_frequency_words_inside_nouns_are_none(text: str) -> None:
    assert to_do(read(text))[0].per is None


def test_a_rate_is_a_quantity() -> None:
    assert to_do(read("今年要实现100%的支部达标，新增示范点5个以上。"))[0].quantities == ("100%", "5个以上")


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("群众提出的意见，10个工作日内必须答复。", "10个工作日内"),
        ("责任单位要在15日内报送整改方案。", "15日内"),
    ],
)
def test_a_span_of_days_is_a_deadline_and_no_quantity(text: str, deadline: str) -> None:
    task = to_do(read(text))[0]
    assert (task.deadline, task.deadline_type, task.quantities) == (deadline, "period", ())
