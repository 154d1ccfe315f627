"""Ledgers of organizational life as branches keep them: a heading, odd titles, names with blanks."""

from collections.abc import Iterable, Sequence
from io import BytesIO

import xlsxwriter

TITLES = (
    "序号",
    "活动时间",
    "活动类型",
    "活动主题",
    "参加人员",
    "缺席人员及原因",
    "主持人",
    "主要内容",
    "学时",
)
HEADING = ("市水务局第一党支部2025年度组织生活台账",)


def ledger_file(rows: Iterable[Sequence[str]], titles: Sequence[str] = TITLES) -> bytes:
    """Return a workbook with a heading, a header and the rows."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("台账")
        for number, row in enumerate((HEADING, titles, *rows)):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
    return written.getvalue()


def pasted_rows(rows: Iterable[Sequence[str]], titles: Sequence[str] = TITLES) -> str:
    """Return the same as it is copied from a workbook."""
    return "\n".join("\t".join(row) for row in (titles, *rows))
