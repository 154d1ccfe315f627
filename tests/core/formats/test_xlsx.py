"""Workbooks: rows as lines, values as the sheet shows them."""

from collections.abc import Callable
from datetime import date

import pytest
import xlsxwriter

from luoshi.core.formats import text_of
from luoshi.core.formats.cell_values import shown
from world.papers import workbook


def read(fill: Callable[[xlsxwriter.Workbook], None], **options: object) -> list[str]:
    return text_of(workbook(fill, **options), "任务表.xlsx").split("\n")


def test_values_look_as_the_sheet_shows_them() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["序号", 1, 2.5, True, "换\n行"])
        sheet.write_datetime(1, 0, date(2024, 6, 30), book.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_number(1, 1, 45473, book.add_format({"num_format": 'yyyy"年"m"月"'}))
        sheet.write_number(1, 2, 0.95, book.add_format({"num_format": "0%"}))
        sheet.write_formula(1, 3, "=1+1", None, 2)
        sheet.write_formula(1, 4, '="督"&"查"', None, "督查")

    assert read(fill) == ["序号\t1\t2.5\tTRUE\t换 行", "2024年6月30日\t2024年6月\t95%\t2\t督查"]


def test_a_downward_merge_repeats_and_a_sideways_merge_stands_once() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "责任分工表")
        sheet.merge_range(1, 0, 3, 0, "督查室")
        for row in (1, 2, 3):
            sheet.write_row(row, 1, [f"任务{row}", f"{row}月"])
        sheet.write_row(4, 1, ["任务4", "4月"])

    assert read(fill) == [
        "责任分工表",
        "督查室\t任务1\t1月",
        "督查室\t任务2\t2月",
        "督查室\t任务3\t3月",
        "\t任务4\t4月",
    ]


def test_several_sheets_are_headed_by_their_names_and_hidden_ones_left_out() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name in ("上半年", "选项", "下半年", "空表"):
            sheet = book.add_worksheet(name)
            if name != "空表":
                sheet.write(0, 0, f"{name}任务")
            if name == "选项":
                sheet.hide()

    assert read(fill) == ["上半年", "上半年任务", "下半年", "下半年任务"]


def test_a_table_that_begins_further_right_begins_at_the_margin() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(3, 2, ["甲", "乙"])
        sheet.write(4, 3, "丙")

    assert read(fill) == ["甲\t乙", "\t丙"]


def test_inline_strings_and_the_other_date_system() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "内嵌")
        sheet.write_datetime(0, 1, date(2024, 6, 30), book.add_format({"num_format": "yyyy-mm-dd"}))

    assert read(fill, date_1904=True, constant_memory=True) == ["内嵌\t2024年6月30日"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("3", "", "3"),
        ("3.0", "General", "3"),
        ("0.30000000000000004", "", "0.3"),
        ("1E+20", "", "1e+20"),
        ("nan", "0", "nan"),
        ("文字", "yyyy", "文字"),
        ("45473", "y-m-d", "2024年6月30日"),
        ("45473.375", "yyyy-mm-dd hh:mm", "2024年6月30日 09:00"),
        ("45473", 'm"月"d"日"', "6月30日"),
        ("0.375", "h:mm", "09:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("12", '0"days"', "12"),
        ("12", "[Red]0.00", "12"),
        ("-5", "yyyy-mm-dd", "-5"),
        ("99999999", "yyyy-mm-dd", "99999999"),
        ("0.125", "0.0%;[Red]-0.0%", "12.5%"),
    ],
)
def test_a_number_is_written_as_its_format_shows_it(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text
