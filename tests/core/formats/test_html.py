"""Web pages: blocks as lines, tables as rows, nothing that a reader does not see."""

import pytest

from luoshi.core.formats import text_of


def read(page: str) -> list[str]:
    return text_of(page.encode(), "page.html").split("\n")


def test_blocks_are_lines_and_scripts_are_silent() -> None:
    page = (
        "<!doctype html><head><title>站名</title><style>p{}</style></head><body><script>var a='<p>';</script>"
        "<h1>关于<b>督查</b>的通知</h1><p>各单位：<br>请\n 抓好&nbsp;落实。</p><div hidden>暗</div></body>"
    )
    assert read(page) == ["关于督查的通知", "各单位：", "请 抓好\xa0落实。"]


def test_lists_show_their_numbers() -> None:
    page = "<ol start=3><li>甲<li>乙<ol type=a><li>子</ol></ol><ul><li>点</ul><ol type=I><li value=4>丁</ol>"
    assert read(page) == ["3. 甲", "4. 乙", "a. 子", "点", "IV. 丁"]


def test_rows_are_lines_and_a_tall_cell_is_repeated() -> None:
    page = (
        "<table><tr><th>单位<th>任务<th>时限</tr><tr><td rowspan=2>督查室<td>建台账<br>立卡<td>6月</tr>"
        "<tr><td>抓整改<td>9月</tr><tr><td>办公室<td>报情况<td>年底</tr></table>"
    )
    assert read(page) == [
        "单位\t任务\t时限",
        "督查室\t建台账 立卡\t6月",
        "督查室\t抓整改\t9月",
        "办公室\t报情况\t年底",
    ]


def test_a_cell_both_tall_and_wide_keeps_its_columns() -> None:
    page = "<table><tr><td rowspan=2 colspan=2>甲<td>乙</tr><tr><td>丙</tr></table>"
    assert read(page) == ["甲\t乙", "甲\t丙"]


def test_a_layout_table_gives_its_blocks_back() -> None:
    page = "<table><tr><td><p>一段</p><p>二段</p><table><tr><td>a<td>b</tr></table></td></tr></table>"
    assert read(page) == ["一段", "二段", "a\tb"]


@pytest.mark.parametrize("encoding", ["gb2312", "utf-8", "utf-16"])
def test_the_declared_encoding_counts(encoding: str) -> None:
    page = f"<html><head><meta charset='{encoding}'></head><p>督查落实</p></html>"
    assert text_of(page.encode(encoding), "a.htm") == "督查落实"


def test_a_wrong_declaration_does_not_matter() -> None:
    page = "<html><head><meta charset='utf-8'></head><p>督查落实</p></html>"
    assert text_of(page.encode("gb18030"), "a.html") == "督查落实"


def test_what_is_never_closed_is_still_read() -> None:
    assert read("<html><table><tr><td>甲<td>乙") == ["甲\t乙"]


def test_a_page_under_a_word_name_is_a_page() -> None:
    assert text_of("<html><body><p>督查</p></body></html>".encode(), "通知.doc") == "督查"
