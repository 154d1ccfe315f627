"""Tasks in tables: 序号 | 任务 | 完成时间 | 牵头单位 | 配合单位, one row or one month of a row a task."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.core.reading.deadlines import Deadline, typed, whole
from luoshi.core.reading.grammar.columns import COLUMNS
from luoshi.core.reading.grammar.dates import IN_CELL, IN_TEXT, STEP
from luoshi.core.reading.grammar.rule import any_of
from luoshi.core.reading.model import Span
from luoshi.core.reading.paper import Paper
from luoshi.core.reading.units import split_units

_SEQUENCE = re.compile(r"[\d一二三四五六七八九十（）.、\- ]{1,8}")
_DATE = any_of(IN_TEXT + IN_CELL)
_DATE_TAIL = ("前", "全年", "底", "待定")
_HEADING = re.compile(r"[^\d：，。；]{0,20}")
_NAME_LENGTH = 30
_DATE_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and its plain span, without the blanks around it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """What one row, or one step of it, asks for; ``span`` is the plain span of the words that say it."""

    span: Span
    leads: tuple[str, ...]
    co: tuple[str, ...]
    deadline: Deadline | None
    ending: Span | None


def rows(paper: Paper, year: int | None) -> Iterator[Row]:
    """Every task of every table whose header names a column of tasks.

    A header holds until the next one: a cell with a line break tears its table apart in plain text.
    """
    header: list[str] = []
    for start, end in paper.rows:
        cells = _cells(paper.plain, start, end)
        roles = _roles(cells)
        if "task" in roles and len(roles) > 1:
            header = roles
        elif header:
            yield from _read(_aligned(cells, header), year)


def _cells(plain: str, start: int, end: int) -> list[Cell]:
    cells, position = [], start
    for text in plain[start:end].split("\t"):
        lead = len(text) - len(text.lstrip())
        body = text.strip()
        cells.append(Cell(body, (position + lead, position + lead + len(body))))
        position += len(text) + 1
    return cells


def _roles(cells: list[Cell]) -> list[str]:
    """The columns' roles if the row is a header: every cell a short heading that a rule knows."""
    roles = [_role(cell.text) if _HEADING.fullmatch(cell.text) else "" for cell in cells]
    return roles if all(role or not cell.text for role, cell in zip(roles, cells, strict=True)) else []


def _role(heading: str) -> str:
    return next((rule.means for rule in COLUMNS if rule.regex.search(heading)), "")


def _aligned(cells: list[Cell], header: list[str]) -> list[tuple[str, Cell]]:
    """Each cell with its role; a row with a cell too many or too few hangs on its deadline."""
    shift = 0
    if len(cells) != len(header):
        shift = len(cells) - len(header)
        if "deadline" in header:
            place = header.index("deadline")
            dated = [index for index, cell in enumerate(cells) if _looks_dated(cell.text)]
            shift = min(dated, key=lambda index: abs(index - place)) - place if dated else shift
    roles = {index + shift: role for index, role in enumerate(header)}
    first = min(roles)
    return [
        (roles.get(index, "task" if index < first + len(header) else ""), cell)
        for index, cell in enumerate(cells)
    ]


def _looks_dated(text: str) -> bool:
    found = _DATE.search(text) if len(text) <= _DATE_LENGTH else None
    return found is not None and (2 * len(found[0]) >= len(text) or text.endswith(_DATE_TAIL))


def _read(row: list[tuple[str, Cell]], year: int | None) -> Iterator[Row]:
    steps = [cell for role, cell in row if role == "steps" and cell.text]
    leads = _units(row, "lead")
    co = _units(row, "co")
    stepped = [step for cell in steps for step in _steps(cell, year)]
    if stepped:
        yield from (Row(words, leads, co, by_when, None) for words, by_when in stepped)
        return
    span = _wording(row)
    if span:
        deadline, ending = _by_when(row, year)
        yield Row(span, leads, co, deadline, ending)


def _units(row: list[tuple[str, Cell]], wanted: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(unit for role, cell in row if role == wanted for unit in split_units(cell.text))
    )


def _by_when(row: list[tuple[str, Cell]], year: int | None) -> tuple[Deadline | None, Span | None]:
    tail = [cell for role, cell in row if role in ("deadline", "lead", "co") and cell.text]
    dated = next((cell for role, cell in row if role == "deadline" and cell.text), None)
    ending = (tail[0].span[0], tail[-1].span[1]) if tail else None
    return (typed(dated.text, year) if dated else None), ending


def _wording(row: list[tuple[str, Cell]]) -> Span | None:
    """From the name of the task to the end of its description: the last task cells of the row."""
    worded = [
        cell for role, cell in row if role == "task" and cell.text and not _SEQUENCE.fullmatch(cell.text)
    ]
    if not worded:
        return None
    first = worded[-1]
    if len(worded) > 1 and len(worded[-2].text) <= _NAME_LENGTH:
        first = worded[-2]
    return first.span[0], worded[-1].span[1]


def _steps(cell: Cell, year: int | None) -> Iterator[tuple[Span, Deadline]]:
    found = list(STEP.regex.finditer(cell.text))
    for step, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(cell.text)
        text = cell.text[step.end() : end].rstrip(" ；，")
        deadline = whole(step["when"], year)
        if text and deadline:
            start = cell.span[0] + step.end()
            yield (start, start + len(text)), deadline
