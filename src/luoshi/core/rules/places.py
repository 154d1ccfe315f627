"""On which line of a TOML file each key stands, because the library that reads it does not tell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]
HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
# What can open or close a value that goes on over lines, what hides such marks, and where a line ends.
MARKS = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|\"{3}|'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}]|\n""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys of one file stand 行号索引; lines count from 1."""

    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the key, or of the nearest one around it that is known; 1 for the file itself."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 1


def places(text: str) -> Places:
    """Return where the keys of a TOML text stand; it is not checked to be TOML.

    A path names tables and keys, and numbers the tables of an array from 0: ``("rules", 0, "per")``. Keys inside
    an inline table stand where that table begins.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, statement in _statements(text):
        header = HEADER.match(statement)
        key = None if header else KEY.match(statement)
        if header:
            table = _table(_parts(header[2]), counts, many=header[1] == "[[")
            lines.setdefault(table, number)
        elif key:
            lines.setdefault((*table, *_parts(key[1])), number)
    return Places(lines)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement's first line with its number; what a value spreads over further lines is passed over."""
    start, number = 0, 1
    while start < len(text):
        # TOML ends a line with a line feed only; other marks may stand inside a text.
        end = text.find("\n", start)
        first = text[start : end if end >= 0 else len(text)]
        yield number, first.rstrip("\r")
        key = KEY.match(first)
        after = _value_ends(text, start + key.end()) if key else start + len(first)
        number += text.count("\n", start, after + 1)
        start = after + 1


def _value_ends(text: str, start: int) -> int:
    """Return where the line ends on which the value that begins at ``start`` is complete."""
    depth = 0
    for found in MARKS.finditer(text, start):
        mark = found[0]
        if mark in ("[", "{"):
            depth += 1
        elif mark in ("]", "}"):
            depth -= 1
        elif mark == "\n" and depth <= 0:
            return found.start()
        elif mark in ('"""', "'''"):
            break
    return len(text)


def _table(parts: tuple[str, ...], counts: dict[Path, int], *, many: bool) -> Path:
    """Return the path of a headed table: each array on the way stands at its last table, a new one begins it anew."""
    path: Path = ()
    for place, part in enumerate(parts):
        path = (*path, part)
        if many and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _parts(written: str) -> tuple[str, ...]:
    return tuple(
        part.strip().strip("\"'") for part in re.findall(r"""\s*"[^"]*"|\s*'[^']*'|[^.]+""", written)
    )
