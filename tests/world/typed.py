"""Journeys as documents print them: what is typed, and what it answers.

In a block without a kind each line is a command, and the ``text`` block after it is the answer to the last one.
In a ``console`` block each line after a ``$`` is a command, and what follows is its answer.
"""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .databases import Environment, luoshi

FENCE = re.compile(r"^```([a-z]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?")
FIGURE = re.compile(r"\d+")
NEW = re.compile(r"^任务 (\d+)：拟办", re.MULTILINE)
PROMPT = "$ "
# As wide as the documents are printed.
COLUMNS = "100"

Mask = Callable[[str], str]


class Step(NamedTuple):
    """One command, and what it prints where the document shows it; otherwise it must succeed."""

    line: str
    shown: str | None


def undated(text: str) -> str:
    """Return the text with every day and moment covered, because they are those of whoever types."""
    return DAY.sub("某日", text)


def uncounted(text: str) -> str:
    """Return the text with days and figures covered, because the city it tells of grows."""
    return FIGURE.sub("几", undated(text))


def steps(document: Path) -> list[Step]:
    """Return what the document types, in its order."""
    found: list[Step] = []
    for kind, text in FENCE.findall(document.read_text(encoding="utf-8")):
        if kind == "text":
            found[-1] = found[-1]._replace(shown=text)
        elif kind == "console":
            found += [_asked(part) for part in f"\n{text}".split(f"\n{PROMPT}")[1:]]
        else:
            found += [Step(line, None) for line in text.splitlines()]
    return found


def _asked(part: str) -> Step:
    line, _end, shown = part.partition("\n")
    return Step(line, shown)


def walk(environment: Environment, journey: list[Step], mask: Mask) -> list[str]:
    """Type every command and hold its answer to what is shown; return the subcommands.

    A new task has the number that the city is at; what the document calls it is read as that number from then on.
    """
    wide = {**environment, "COLUMNS": COLUMNS}
    numbers: dict[str, str] = {}
    for line, shown in journey:
        done = luoshi(wide, *(numbers.get(word, word) for word in shlex.split(line)[1:]))
        if (printed := NEW.search(shown or "")) and (given := NEW.search(done.stdout)):
            numbers[printed[1]] = given[1]
        if shown is None:
            assert done.returncode == 0, (line, done.stderr)
        else:
            assert _rows(mask(done.stdout + done.stderr)) == _rows(mask(shown)), line
    return [shlex.split(line)[1] for line, _shown in journey]


def _rows(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]
