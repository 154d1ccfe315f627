"""The workbook of what came of each of many things."""

from collections.abc import Iterable
from typing import IO, NamedTuple

from .columns import Column
from .writing import write

SHEET = "办理结果"
COLUMNS = (
    Column("编号", "thing"),
    Column("名称", "name", width=60),
    Column("结果", "outcome"),
    Column("说明", "said", width=80),
)


class Outcome(NamedTuple):
    """What came of one thing 一件的结果, all of it finished words."""

    thing: str
    name: str
    outcome: str
    said: str


def write_results(file: IO[bytes], outcomes: Iterable[Outcome]) -> None:
    """Write a row for each outcome into the file."""
    write(file, SHEET, COLUMNS, (each._asdict() for each in outcomes))
