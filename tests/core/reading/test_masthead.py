"""Titles, issuers, numbers and dates, and several documents in one file."""

from datetime import date

import pytest

from luoshi.core.reading import read


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        (
            "在全市机关党建\n推进会上的讲话\n\n同志们：\n要抓好落实。",
            "在全市机关党建推进会上的讲话",
            "speech",
        ),
        ("在机关D建推进会上的讲话\n在机关党建推进会上的讲话\n同志们：", "在机关党建推进会上的讲话", "speech"),
        ("政 府 工 作 报 告\n各位代表：", "政府工作报告", "speech"),
        (
            "实干争先 开新局\n——在全县年中推进会上的讲话\n同志们：",
            "实干争先 开新局——在全县年中推进会上的讲话",
            "speech",
        ),
        ("海州市数字机关建设三年行动计划\n一、总体要求", "海州市数字机关建设三年行动计划", "plan"),
        ("海州市2026年重点任务分工方案\n一、重点任务", "海州市2026年重点任务分工方案", "division"),
        ("关于召开督查工作会议的通知\n各单位：", "关于召开督查工作会议的通知", "notice"),
    ],
)
def test_title_and_kind(text: str, title: str, kind: str) -> None:
    reading = read(text)
    assert (reading.title, reading.kind) == (title, kind)


def test_a_text_without_a_title_has_none() -> None:
    reading = read("为压实责任，制定如下措施。\n一、健全机制。（市委办牵头）")
    assert reading.title is None
    assert reading.kind == "plan"


def test_issuer_number_and_date_of_a_notice() -> None:
    reading = read(
        "海州市人民政府办公室关于印发海州市督查工作方案的通知\n海政办发〔2026〕12号\n各区人民政府：\n现将方案印发给你们。\n"
        "海州市人民政府办公室\n2026年3月5日\n海州市督查工作方案\n一、健全机制\n（市委办牵头）"
    )
    assert reading.issuer == "海州市人民政府办公室"
    assert reading.document_number == "海政办发〔2026〕12号"
    assert reading.issued_on == date(2026, 3, 5)
    assert reading.kind == "plan"


def test_a_date_in_chinese_numerals() -> None:
    assert read("督查通报\n海州市委督查室\n二〇二六年十一月二十一日").issued_on == date(2026, 11, 21)


def test_two_documents_in_one_file_keep_both_outlines() -> None:
    text = "关于印发两个文件的通知\n一、措施甲\n办甲。\n二、措施乙\n办乙。\n行动计划\n一、目标\n建成。\n二、任务\n推进。"
    assert [(clause.level, clause.number) for clause in read(text).outline] == [
        (1, "一"),
        (1, "二"),
        (1, "一"),
        (1, "二"),
    ]


def test_masked_words_stay_as_written() -> None:
    reading = read("一、抓实培训。XX局要在2026年5月底前轮训×××名干部，**市要建立台账。")
    assert reading.tasks[0].text.startswith("抓实") or "XX局" in reading.tasks[0].text
    assert reading.tasks[0].responsible == ("XX局",)
