"""The workbook of a handover: one row for everything that passes on with a post."""

from collections.abc import Iterable
from dataclasses import asdict

from ..handovers import Item
from .columns import Column
from .writing import workbook

SHEET = "交接清单"
COLUMNS = (
    Column("事项", "part", width=20),
    Column("编号", "reference"),
    Column("内容", "what", width=60),
    Column("状态", "state"),
    Column("时限", "due_on"),
)


def export(items: Iterable[Item]) -> bytes:
    """Return the items as a workbook."""
    return workbook(SHEET, COLUMNS, (asdict(item) for item in items))
