"""Numbering as people really write it; each case is one construct, invented in our own words."""

import pytest

from luoshi.core.reading import read


def outline(text: str) -> list[tuple[int, str, str]]:
    """The outline as (level, number, title)."""
    return [(clause.level, clause.number, clause.title) for clause in read(text).outline]


def test_the_same_marker_stands_at_different_levels() -> None:
    text = (
        "第一、把准方向\n一要学深悟透。坚持集体学习。\n二要抓好结合。联系实际学。\n"
        "第二、压实责任\n（一）抓实支部建设。各支部都要动起来。一要摸清底数。逐人登记。二要补齐短板。逐项销号。"
    )
    assert outline(text) == [
        (1, "第一", "把准方向"),
        (2, "一要", "学深悟透"),
        (2, "二要", "抓好结合"),
        (1, "第二", "压实责任"),
        (2, "（一）", "抓实支部建设"),
        (3, "一要", "摸清底数"),
        (3, "二要", "补齐短板"),
    ]


def test_is_alone_on_its_line_is_a_first_level() -> None:
    text = "一是抓学习，强根基\n各支部要集中学习。\n二是抓作风，提效能\n各科室要改进作风。"
    assert outline(text) == [(1, "一是", "抓学习，强根基"), (1, "二是", "抓作风，提效能")]


def test_is_inside_a_numbered_paragraph_is_an_item_of_it() -> None:
    text = "13.优化服务。围绕群众需求办实事。一是建立台账，逐项登记；二是定期回访，逐户核实。\n14.规范管理。完善制度。"
    assert outline(text) == [
        (1, "13", "优化服务"),
        (2, "一是", "建立台账，逐项登记"),
        (2, "二是", "定期回访，逐户核实"),
        (1, "14", "规范管理"),
    ]


def test_short_demands_open_parts_without_a_number() -> None:
    text = "一是夯实基础\n今年要抓三件事。要抓实组织建设。各支部按期换届。要抓好日常教育。每月集中学习。\n二是转变作风\n从严从实。"
    assert (2, "", "要抓实组织建设") in outline(text)
    assert (2, "", "要抓好日常教育") in outline(text)


def test_dashes_open_parts_without_a_number() -> None:
    text = "一、主要目标\n今后三年要做到：\n——责任压得更实。清单到人。\n——基础抓得更牢。台账到户。\n二、工作措施\n完善机制。"
    assert [node for node in outline(text) if node[0] == 2] == [
        (2, "", "责任压得更实"),
        (2, "", "基础抓得更牢"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一要守住初心使命。认真学习理论。\n二要担当作为。主动攻坚。", "守住初心使命"),
        (
            "一要明确责任主体，解决好“谁来抓”的问题。压实到岗。\n二要细化标准。逐条量化。",
            "明确责任主体，解决好“谁来抓”的问题",
        ),
        ("（一）优化“一站式”服务。实行首问负责。\n（二）健全回访。定期回访。", "优化“一站式”服务"),
    ],
)
def test_a_run_in_heading_ends_at_its_first_full_stop(text: str, title: str) -> None:
    assert outline(text)[0][2] == title


def test_arabic_numbers_run_on_or_begin_anew() -> None:
    runs_on = "一、甲事\n1.办甲。\n2.办乙。\n二、乙事\n3.办丙。\n4.办丁。"
    anew = "（一）甲事\n1.办甲。\n2.办乙。\n（二）乙事\n1.办丙。\n2.办丁。"
    assert [level for level, _, _ in outline(runs_on)] == [1, 2, 2, 1, 2, 2]
    assert [level for level, _, _ in outline(anew)] == [1, 2, 2, 1, 2, 2]


def test_four_levels_two_of_them_running_on() -> None:
    text = "一、总体\n（一）甲\n1.子\n（1）丑。\n（2）寅。\n2.卯\n（3）辰。\n（二）乙\n3.巳\n（4）午。"
    assert [(level, number) for level, number, _ in outline(text)] == [
        (1, "一"),
        (2, "（一）"),
        (3, "1"),
        (4, "（1）"),
        (4, "（2）"),
        (3, "2"),
        (4, "（3）"),
        (2, "（二）"),
        (3, "3"),
        (4, "（4）"),
    ]


def test_articles_stand_under_chapters() -> None:
    text = "第一章 总则\n第一条 　 为规范督查工作，制定本办法。\n第二条 　 各单位适用本办法。\n第二章 程序\n第三条 　 督查按计划开展。"
    assert [level for level, _, _ in outline(text)] == [1, 2, 2, 1, 2]


def test_a_number_may_run_into_a_date() -> None:
    reading = read(
        "具体措施：1．2026年6月底前研究提出清单。（市数据局负责）2．2026年年底前全部办结。（市政务局负责）"
    )
    assert [clause.number for clause in reading.outline] == ["1", "2"]
    assert [task.deadline for task in reading.tasks] == ["2026年6月底前", "2026年年底前"]


@pytest.mark.parametrize(
    "text",
    [
        "１．支持甲\n２．支持乙",
        "23﹒支持甲\n24﹒支持乙",
        "1、支持甲\n2. 支持乙",
        "(三)支持甲\n(四)支持乙",
        "一 、支持甲\n二、 支持乙",
    ],
)
def test_punctuation_of_every_width_numbers(text: str) -> None:
    assert [title for _, _, title in outline(text)] == ["支持甲", "支持乙"]


def test_scanning_damage_gives_no_year_but_a_warning() -> None:
    reading = read("1.0400年底前建成系统。（牵头单位：市数据局）")
    assert reading.tasks[0].deadline_on is None
    assert [str(remark) for remark in reading.warnings] == ["years damaged by scanning: 0400年"]


def test_a_document_on_one_line_keeps_its_outline() -> None:
    text = (
        "现制定如下方案。一、总体要求（一）压实责任。（市委办牵头）具体措施：1．建立台账。（市直各单位负责）2．定期通报。"
        "（市委督查室负责）（二）强化考核。（市委组织部牵头）二、工作要求（一）定期调度。（市委办牵头）（二）强化问效。（市委督查室牵头）"
    )
    levels = [(level, number) for level, number, _ in outline(text)]
    assert levels == [
        (1, "一"),
        (2, "（一）"),
        (3, "1"),
        (3, "2"),
        (2, "（二）"),
        (1, "二"),
        (2, "（一）"),
        (2, "（二）"),
    ]


def test_full_width_blanks_inside_a_line_separate_paragraphs() -> None:
    assert (
        outline("同志们：　　今天讲两点。　　一、认清形势　　形势很好。　　二、抓好落实　　各单位要抓紧。")[
            1
        ][2]
        == "抓好落实"
    )


def test_hard_wrapped_lines_are_joined_and_page_numbers_dropped() -> None:
    line = "各单位要把督查工作摆在更加突出的位置抓紧抓"
    text = "\n\n".join(
        [
            f"{line}\n\n— {page} —\n\n好并在年底前报送全年督查工作总结材料，由市委督\n\n查室汇总。"
            for page in range(1, 6)
        ]
    )
    reading = read(text)
    task = next(task for task in reading.tasks if "年底前" in task.text)
    assert text[slice(*task.span)] == task.text
    assert task.deadline == "年底前"
