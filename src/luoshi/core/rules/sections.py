"""A file of policy in TOML as its author wrote it: every value with its line, every mistake collected."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from re import search
from typing import Any

from luoshi.core.refusals import Refusal
from luoshi.core.rules import mistakes
from luoshi.core.rules.mistakes import Misread, Mistake
from luoshi.core.rules.places import Path, Places, places

LONGEST = 200_000


@dataclass(slots=True)
class Source:
    """One file while it is read 来源文件: its name, where its keys stand, and what was found wrong so far."""

    name: str
    where: Places
    found: list[Mistake] = field(default_factory=list)

    def wrong(self, path: Path, sentence: str, **facts: str) -> None:
        """Note a mistake at that key."""
        line = self.where.line(path)
        self.found.append(Mistake(line, sentence, {"file": self.name, "line": str(line), **facts}))

    def settle(self) -> None:
        """Raise ``Misread`` where anything was wrong."""
        if self.found:
            raise Misread(self.found)


def opened(text: str, name: str) -> "Section":
    """Return the whole file as a section. Raises ``Misread`` where it is no TOML or longer than ``LONGEST`` characters."""
    if len(text) > LONGEST:
        raise Misread([Mistake(1, mistakes.TOO_LONG, {"file": name, "line": "1", "limit": str(LONGEST)})])
    try:
        said = tomllib.loads(text)
    except (ValueError, RecursionError) as mistake:
        # Only what is wrong in itself has a line; a number or a nesting beyond all measure has none.
        at = search(r"line (\d+)", str(mistake))
        line = at[1] if at else str(text.count("\n") + 1)
        raise Misread([Mistake(int(line), mistakes.NOT_TOML, {"file": name, "line": line})]) from mistake
    return Section(Source(name, places(text)), said, ())


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the file 表. What is missing or wrong is noted, and something of the right type returned instead."""

    source: Source
    said: Mapping[str, Any]
    path: Path

    def line(self, key: str) -> int:
        """Return the line of a key of this section."""
        return self.source.where.line((*self.path, key))

    def only(self, *known: str) -> None:
        """Note every key that is not among the known ones."""
        for key in self.said:
            if key not in known:
                likely = mistakes.nearest(key, known)
                sentence = mistakes.LIKELY_KEY if likely else mistakes.UNKNOWN_KEY
                self.wrong(key, sentence, known="、".join(known), likely=likely)

    def wrong(self, key: str, sentence: str, **facts: str) -> None:
        """Note a mistake at a key of this section."""
        self.source.wrong((*self.path, key), sentence, **{"key": key, **facts})

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not blank; without a default the key must be there."""
        value = self._value(key, default)
        if isinstance(value, str) and (value.strip() or value == default):
            return value
        self._not(key, value, mistakes.A_TEXT)
        return ""

    def number(self, key: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = self._value(key, None)
        if type(value) is int and least <= value <= most:
            return value
        self._not(key, value, mistakes.A_NUMBER, least=str(least), most=str(most))
        return least

    def yes(self, key: str) -> bool:
        """Return whether something is so; not, where the key is missing."""
        value = self.said.get(key, False)
        if type(value) is bool:
            return value
        self._not(key, value, mistakes.YES_OR_NO)
        return False

    def day(self, key: str) -> date:
        """Return a day."""
        value = self._value(key, None)
        if type(value) is date:
            return value
        self._not(key, value, mistakes.WRONG_DATE)
        return date.min

    def maybe_day(self, key: str) -> date | None:
        """Return a day, or None where the key is missing."""
        return self.day(key) if key in self.said else None

    def among(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """Return one of the known codes."""
        value = self._value(key, default)
        if isinstance(value, str) and value in known:
            return value
        self._not(key, value, mistakes.NOT_AMONG, value=str(value), known="、".join(known))
        return ""

    def all_among(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Return a list of known codes, at least one."""
        value = self._value(key, None)
        if value is None:
            return ()
        if not isinstance(value, list) or not value:
            self._not(key, value, mistakes.A_LIST)
            return ()
        for each in value:
            if each not in known:
                self.wrong(key, mistakes.NOT_AMONG, value=str(each), known="、".join(known))
        return tuple(str(each) for each in value)

    def within(self, key: str) -> "Section":
        """Return the table under a key, an empty one where it is missing."""
        value = self.said.get(key, {})
        if not isinstance(value, dict):
            self._not(key, value, mistakes.A_TABLE)
        return Section(self.source, value if isinstance(value, dict) else {}, (*self.path, key))

    def each(self, key: str) -> Iterator["Section"]:
        """Yield the tables of the list under a key, none where it is missing."""
        value = self.said.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.wrong(key, mistakes.TABLES)
            return
        for place, said in enumerate(value):
            yield Section(self.source, said, (*self.path, key, place))

    def refused(self, key: str, refusal: Refusal) -> None:
        """Note what refused the value of a key."""
        self.wrong(key, refusal.sentence, **refusal.facts)

    def _value(self, key: str, default: Any) -> Any:
        if key not in self.said and default is None:
            self.wrong(key, mistakes.MISSING_KEY)
        return self.said.get(key, default)

    def _not(self, key: str, found: Any, sentence: str, **facts: str) -> None:
        """Note a wrong value; of a missing one that is already noted, nothing more."""
        if found is not None:
            self.wrong(key, sentence, **facts)
