"""A file in TOML with the lines on which its tables and keys stand, which the reader of the format does not tell."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from luoshi.core.refusals import N_, Refusal

NOT_TOML = N_("“{file}”第 {line} 行不是合规的 TOML：请核对引号、括号和日期（写作 2027-01-01，不加引号）。")

_HEADER = re.compile(r"\s*\[\[?\s*[\w.-]+\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Lined:
    """One table of a file 带行号的表: what it says, on which line it and each of its keys begin, and its parts in order."""

    file: str
    line: int
    said: dict[str, Any]
    lines: dict[str, int]
    parts: list[tuple[str, "Lined"]] = field(default_factory=list)

    def tables(self) -> Iterator[tuple[str, "Lined"]]:
        """Give the tables below it with their names, in the order of the file."""
        yield from self.parts

    def refusal(self, sentence: str, at: str, **facts: str) -> Refusal:
        """Return a refusal that names the file and the line of the key ``at``, or of the table where it has none."""
        told = {"key": at, **facts}
        return Refusal(sentence, file=self.file, line=str(self.lines.get(at, self.line)), **told)


def lined(text: str, file: str, many: str = "") -> Lined:
    """Return the root table of a file that has tables one level deep, those called ``many`` any number of times.

    Raises ``Refusal`` where it is no TOML.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as mistake:
        found = _LINE.search(str(mistake))
        line = found[1] if found else str(text.count("\n") + 1)
        raise Refusal(NOT_TOML, file=file, line=line) from mistake
    own, *sections = _sections(text)
    root = Lined(file, 1, said, own[1])
    whole = [(name, each) for name, value in said.items() for each in _tables(name, value, many)]
    # Whoever wrote a table within one line gives it no heading of its own: the file's first line stands for it.
    sections += [own] * (len(whole) - len(sections))
    for (name, table), (line, lines) in zip(whole, sections, strict=False):
        root.parts.append((name, Lined(file, line, table, lines)))
    return root


def _tables(name: str, value: Any, many: str) -> list[dict[str, Any]]:
    """Return the tables that a key of the root heads: one, or those of a list written ``[[key]]``."""
    if isinstance(value, dict):
        return [value]
    return (
        [each for each in value if isinstance(each, dict)] if name == many and isinstance(value, list) else []
    )


def _sections(text: str) -> list[tuple[int, dict[str, int]]]:
    found: list[tuple[int, dict[str, int]]] = [(1, {})]
    for number, line in enumerate(text.splitlines(), 1):
        if _HEADER.match(line):
            found.append((number, {}))
        elif key := _KEY.match(line):
            found[-1][1].setdefault(key[1], number)
    return found
