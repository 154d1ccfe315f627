"""The workbook of the table of tasks: one row for each, in the order in which they were shown."""

from collections.abc import Iterable, Mapping
from typing import IO, Any

from .columns import Column
from .writing import workbook, write

SHEET = "督办台"
COLUMNS = (
    Column("编号", "id"),
    Column("任务", "title", width=60),
    Column("承办单位", "owner", width=24),
    Column("承办岗位", "owner_post"),
    Column("交办单位", "issuer", width=24),
    Column("时限", "deadline_on"),
    Column("原时限", "original_deadline_on"),
    Column("频次", "recurrence"),
    Column("灯", "light", width=10),
    Column("状态", "state", width=10),
    Column("进展", "progress", width=8),
    Column("交办日期", "dispatched_on"),
    Column("来源", "origin"),
    Column("催办次数", "urges", width=10),
    Column("反弹次数", "relapses", width=10),
)


def export(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the rows as a workbook; only what is packed is held in memory, however many rows come."""
    return workbook(SHEET, COLUMNS, rows)


def export_into(file: IO[bytes], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write that workbook into the file."""
    write(file, SHEET, COLUMNS, rows)
