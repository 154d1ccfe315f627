"""Word's automatic numbers come out as Word shows them."""

from luoshi.core.formats import text_of
from world.papers import level, listed, numbering, paragraph, word

CHINESE = numbering(
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "%3.%4", more='<w:suff w:val="space"/>'),
)


def lines(body: str, lists: str = CHINESE, styles: str = "") -> list[str]:
    return text_of(word(body, lists, styles), "方案.docx").split("\n")


def test_levels_restart_below_a_higher_one() -> None:
    body = (
        listed("总体要求") + listed("目标", level=1) + listed("原则", level=1) + listed("任务", level=2)
        + listed("细目", level=3) + listed("重点任务") + listed("督查", level=1) + listed("任务", level=2)
    )  # fmt: skip
    assert lines(body) == [
        "一、总体要求", "（一）目标", "（二）原则", "1. 任务", "1.1 细目",
        "二、重点任务", "（一）督查", "1. 任务",
    ]  # fmt: skip


def test_a_gap_stays_after_arabic_figures_and_goes_after_full_width_marks() -> None:
    assert lines(listed("5亿元投入", level=2)) == ["1. 5亿元投入"]
    assert lines(listed("投入")) == ["一、投入"]


def test_start_value_and_a_level_that_never_restarts() -> None:
    lists = numbering(
        level(0, "decimal", "%1", start=5), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
    )
    body = listed("a") + listed("b", level=1) + listed("c") + listed("d", level=1)
    assert lines(body, lists) == ["5 a", "1)b", "6 c", "2)d"]


def test_lists_of_one_abstract_list_go_on_unless_they_restart() -> None:
    going_on = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    restarting = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lists = numbering(level(0, "upperRoman", "%1.")) + going_on + restarting
    body = listed("a") + listed("b", 2) + listed("c", 3) + listed("d", 3)
    assert lines(body, lists) == ["I. a", "II. b", "I. c", "II. d"]


def test_a_list_may_replace_a_level() -> None:
    override = level(0, "ideographTraditional", "%1、")
    lists = numbering(level(0, "decimal", "%1.")) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{override}</w:lvlOverride></w:num>'
    )
    assert lines(listed("甲方", 2), lists) == ["甲、甲方"]


def test_legal_numbering_writes_higher_levels_in_figures() -> None:
    lists = numbering(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    assert lines(listed("总则") + listed("目的", level=1), lists) == ["第一章 总则", "1.1 目的"]


def test_numbers_come_through_styles_and_their_parents() -> None:
    lists = numbering(
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="H2"/>'),
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2a"><w:basedOn w:val="H2"/></w:style>'
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("甲", "H1"), ("乙", "H2"), ("丙", "H2a"))
    )
    assert lines(body, lists, styles) == ["一、甲", "（一）乙", "（二）丙"]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    body = paragraph("有号") + paragraph("无号", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, numbering(level(0, "decimal", "%1、")), styles) == ["1、有号", "无号"]


def test_a_list_may_be_defined_by_a_list_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    lists = numbering(level(0, "decimalEnclosedCircle", "%1")) + linked
    assert lines(listed("a", 2) + listed("b", 2), lists, styles) == ["① a", "② b"]


def test_bullets_show_the_sign_of_their_font() -> None:
    mark = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    lists = numbering(level(0, "bullet", "\uf06e", more=mark), level(1, "bullet", "—"))
    assert lines(listed("要点") + listed("说明", level=1), lists) == ["■ 要点", "— 说明"]


def test_a_custom_format_in_a_choice_outranks_its_fallback() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    lists = numbering(f'<w:lvl w:ilvl="0"><w:start w:val="3"/>{choice}<w:lvlText w:val="%1"/></w:lvl>')
    assert lines(listed("a"), lists) == ["03 a"]


def test_an_empty_numbered_cell_keeps_its_number() -> None:
    assert lines(listed("") + listed("乙"), numbering(level(0, "decimal", "%1"))) == ["1 ", "2 乙"]
