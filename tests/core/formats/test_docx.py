"""Word documents: what Word shows, in order, once."""

import io

import docx
import pytest

from luoshi.core.formats import text_of
from world.papers import cell, paragraph, run, table, word, word_parts, zipped


def read(body: str) -> list[str]:
    return text_of(word(body), "方案.docx").split("\n")


def test_a_document_from_a_real_writer_keeps_its_order() -> None:
    document = docx.Document()
    document.add_heading("关于开展专项督查的通知", 0)
    document.add_paragraph("各科室：")
    grid = document.add_table(3, 3)
    for place, text in enumerate(
        ["任务", "牵头单位", "时限", "建台账", "督查室", "6月底", "抓整改", "", "年底"]
    ):
        grid.cell(place // 3, place % 3).text = text
    grid.cell(1, 1).merge(grid.cell(2, 1))
    document.add_paragraph("抓紧落实", style="List Number")
    document.add_paragraph("按月报告", style="List Number")
    made = io.BytesIO()
    document.save(made)
    assert text_of(made.getvalue(), "通知.docx").split("\n") == [
        "关于开展专项督查的通知", "各科室：", "任务\t牵头单位\t时限", "建台账\t督查室\t6月底",
        "抓整改\t督查室\t年底", "1. 抓紧落实", "2. 按月报告",
    ]  # fmt: skip


def test_breaks_tabs_links_and_signs() -> None:
    body = (
        "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t><w:noBreakHyphen/></w:r>"
        f"<w:hyperlink>{run('链接')}</w:hyperlink>"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'
    )
    assert read(body) == ["上", "下\t右-链接☑"]


def test_tab_stops_are_no_tabs() -> None:
    assert read(paragraph("文", "<w:tabs><w:tab/></w:tabs>")) == ["文"]


def test_insertions_stay_and_deletions_go() -> None:
    body = (
        f"<w:p>{run('六月')}<w:ins>{run('底')}</w:ins><w:del><w:r><w:delText>初</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('前')}</w:moveTo></w:p>"
    )
    assert read(body) == ["六月底前"]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = (
        paragraph("加强", "<w:rPr><w:del/></w:rPr>")
        + paragraph("督查")
        + paragraph("末", "<w:rPr><w:del/></w:rPr>")
    )
    assert read(body) == ["加强督查", "末"]


def test_former_properties_do_not_count() -> None:
    former = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert read(paragraph("文", former)) == ["文"]


def test_a_text_box_stands_once() -> None:
    box = f"<w:txbxContent>{paragraph('框中字')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
        + box
        + "</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('框外字')}</w:p>"
    )
    assert read(body) == ["框中字", "框外字"]


def test_a_box_that_only_old_word_knows_is_read_too() -> None:
    assert read(
        f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('旧框')}</w:txbxContent></w:pict></w:r></w:p>"
    ) == ["旧框"]


def test_structured_tags_keep_their_content() -> None:
    body = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{paragraph('标题')}</w:sdtContent></w:sdt>"
    assert read(body) == ["标题"]


def test_hidden_text_and_readings_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'
        "<w:r><w:ruby><w:rt><w:r><w:t>du</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>督</w:t></w:r></w:rubyBase></w:ruby>"
        "</w:r></w:p>"
    )
    assert read(body) == ["明督"]


def test_field_codes_are_left_out_and_their_results_kept() -> None:
    body = f"<w:p><w:r><w:instrText>DATE</w:instrText></w:r>{run('2024年6月')}</w:p>"
    assert read(body) == ["2024年6月"]


def test_the_strict_address_is_the_same_language() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert text_of(zipped(word_parts(paragraph("严格"), namespace=strict)), "x.docx") == "严格"


MERGED = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def test_a_cell_merged_downwards_stands_in_each_row() -> None:
    body = table(
        cell("督查室", MERGED) + cell("建台账") + cell("6月"),
        cell("", GOES_ON) + cell("抓整改") + cell("9月"),
        cell("办公室") + cell("报情况") + cell("12月"),
    )
    assert read(body) == ["督查室\t建台账\t6月", "督查室\t抓整改\t9月", "办公室\t报情况\t12月"]


def test_merges_follow_the_grid_not_the_count_of_cells() -> None:
    body = table(
        cell("合并", '<w:gridSpan w:val="2"/>') + cell("单位", MERGED),
        cell("左") + cell("右") + cell("", GOES_ON),
    )
    assert read(body) == ["合并\t单位", "左\t右\t单位"]


def test_a_break_inside_a_cell_is_one_space() -> None:
    two = paragraph("第一行") + "<w:p><w:r><w:t>第二行</w:t><w:br/><w:t>第三行</w:t></w:r></w:p>"
    assert read(table(cell(two) + cell("右"))) == ["第一行 第二行 第三行\t右"]


def test_empty_cells_keep_their_place_except_at_the_end() -> None:
    assert read(table(cell("") + cell("中") + cell(""))) == ["\t中"]


def test_a_deleted_row_is_left_out() -> None:
    rows = table("<w:trPr><w:del/></w:trPr>" + cell("删") + cell("去"), cell("留") + cell("下"))
    assert read(rows) == ["留\t下"]


def test_a_table_of_one_column_is_a_frame() -> None:
    assert read(table(cell(paragraph("一段") + paragraph("二段")), columns=1)) == ["一段", "二段"]


@pytest.mark.parametrize("depth", [2, 10])
def test_nested_tables_are_read(depth: int) -> None:
    inner = paragraph("最里")
    for _ in range(depth):
        inner = table(cell(inner) + cell("旁")) + paragraph("")
    assert read(inner) == ["最里" + " 旁" * (depth - 1) + "\t旁"]


def test_the_name_of_the_main_part_is_free() -> None:
    parts = word_parts(paragraph("改名"))
    moved = {
        path.replace("word/document.xml", "word/document2.xml").replace(
            "document.xml.rels", "document2.xml.rels"
        ): content.replace("word/document.xml", "word/document2.xml")
        for path, content in parts.items()
    }
    assert text_of(zipped(moved), "x.docx") == "改名"
