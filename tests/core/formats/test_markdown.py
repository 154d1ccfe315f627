"""Markdown: marks go, numbers and text stay."""

import time

import pytest

from luoshi.core.formats import text_of


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("# 一、总体要求 #", "一、总体要求"),
        ("### C#", "C#"),
        ("#标签", "#标签"),
        ("- 建台账", "建台账"),
        ("  * [x] 已办", "已办"),
        ("1. 建台账", "1. 建台账"),
        ("12) 抓整改", "12) 抓整改"),
        ("**加强“督查”**工作", "加强“督查”工作"),
        ("***重点***和*一般*、__粗__、~~删~~、`码`", "重点和一般、粗、删、码"),
        ("file_name_here 3 * 4", "file_name_here 3 * 4"),
        ("[通知](http://a.example/b)![图](c.png)", "通知图"),
        ("> 引文", "引文"),
        ("| 任务 | 单位 |\n|---|:-:|\n| 建账<br>立卡 | **督查室** |", "任务\t单位\n建账 立卡\t督查室"),
        (r"1\. 不是\*列表\*", "1. 不是*列表*"),
        ("标题\n===\n正文\n\n---\n末", "标题\n正文\n\n末"),
        ("```\n# 原样\n```", "# 原样"),
    ],
)
def test_marks_go_and_text_stays(written: str, text: str) -> None:
    assert text_of(written.encode(), "纪要.md") == text


@pytest.mark.parametrize("unit", ["*a ", "[", "**", "| ", "_a", "`", "<a", "# ", "- ", "\\", "[](", "> "])
def test_a_megabyte_of_marks_takes_linear_time(unit: str) -> None:
    begun = time.perf_counter()
    text_of(("督" + unit * (1_000_000 // len(unit))).encode(), "x.md")
    assert time.perf_counter() - begun < 2
