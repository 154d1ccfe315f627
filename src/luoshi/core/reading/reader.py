"""Reads a document: its masthead, its outline, and everything in it that asks to be done."""

import re
from collections.abc import Iterator

from luoshi.core.reading.assigned import by_endings, by_rows
from luoshi.core.reading.model import Reading, Remark, Task
from luoshi.core.reading.remarks import NO_TASKS, damaged_years, merged
from luoshi.core.reading.sheet import Sheet, open_sheet
from luoshi.core.reading.spoken import by_speech

_DAMAGED_YEAR = re.compile(r"(?<!\d)0\d{3}年")
_BETWEEN_WORDS = re.compile(r"\W+")
_TELLING = 10


def read(text: str) -> Reading:
    """The reading of ``text`` (universal newlines); spans are code-point offsets into it.

    ``tasks`` holds all four stances; :func:`to_do` keeps what is to be done. Nothing is
    refused here: a text without tasks yields a reading without tasks and a warning.
    """
    sheet = open_sheet(text)
    ended, tabled = list(by_endings(sheet)), list(by_rows(sheet))
    spoken = list(by_speech(sheet, sorted(span for span, _ in ended + tabled)))
    fresh = _unless_tabled(spoken, [task for _, task in tabled])
    assigned = [task for _, task in ended + tabled]
    tasks = tuple(sorted(assigned + fresh, key=lambda task: task.span))
    return Reading(
        title=sheet.head.title,
        kind=sheet.head.kind,
        issuer=sheet.head.issuer,
        document_number=sheet.head.document_number,
        issued_on=sheet.head.issued_on,
        outline=sheet.clauses,
        tasks=tasks,
        conventions=sheet.conventions.remarks,
        warnings=tuple(_warnings(sheet, tasks, len(spoken) - len(fresh))),
    )


def to_do(reading: Reading) -> tuple[Task, ...]:
    """The tasks to be done: commitments and standing practice, not the past and not quotations."""
    return tuple(task for task in reading.tasks if task.stance in ("commitment", "practice"))


def _unless_tabled(spoken: list[Task], tabled: list[Task]) -> list[Task]:
    """The running text's tasks without those that the table repeats word for word."""
    table = "\n".join(_BETWEEN_WORDS.sub("", task.text) for task in tabled)
    bare = ((task, _BETWEEN_WORDS.sub("", task.text)) for task in spoken)
    return [task for task, words in bare if len(words) < _TELLING or words not in table]


def _warnings(sheet: Sheet, tasks: tuple[Task, ...], repeated: int) -> Iterator[Remark]:
    damaged = _DAMAGED_YEAR.findall(sheet.plain)
    if damaged:
        yield damaged_years(damaged)
    if repeated:
        yield merged(repeated)
    if not tasks:
        yield NO_TASKS
