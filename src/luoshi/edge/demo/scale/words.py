"""What invented tasks are called and what is said about them."""

from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from luoshi.core.chain import canonical
from luoshi.core.lifecycle import Move

from .plots import content

FIELD = "〇"


class Subject(NamedTuple):
    """What a task is about: its field of work, title, standard of completion and the kind of proof."""

    field: str
    title: str
    standard: str
    kind: str


class Words:
    """Draws subjects and sentences from ``words.toml``, whose texts stand in the ledger's facts as they are."""

    def __init__(self, chance: Random) -> None:
        read = content("words")
        self._chance = chance
        self._fields: list[str] = read["fields"]
        self._subjects: list[list[str]] = read["subjects"]
        self._sources: list[str] = read["sources"]
        self._recurrences: list[str] = read["recurrences"]
        self._said = {Move(move): sentences for move, sentences in read["said"].items()}
        _refuse_escapes(self._fields)
        for texts in (*self._subjects, *self._said.values(), self._sources, self._recurrences):
            _refuse_escapes(texts)

    def subject(self) -> Subject:
        """Return what a task is about."""
        field = self._chance.choice(self._fields)
        title, standard, kind = self._chance.choice(self._subjects)
        return Subject(field, title.replace(FIELD, field), standard.replace(FIELD, field), kind)

    def recurrence(self) -> str:
        """Return how often something is owed."""
        return self._chance.choice(self._recurrences)

    def place(self, year: int) -> str:
        """Return where a proof can be seen."""
        return f"{self._chance.choice(self._sources)}〔{year}〕{self._chance.randint(1, 400)}号"

    def said(self, moves: Iterable[Move], field: str) -> dict[str, str]:
        """Return a sentence for each of the moves that says something, by the move's name."""
        chosen = ((move.value, self._said[move]) for move in moves if move in self._said)
        return {name: self._chance.choice(sentences).replace(FIELD, field) for name, sentences in chosen}


def _refuse_escapes(texts: Iterable[str]) -> None:
    """Raise ``ValueError`` for a text that JSON would write in another way, such as one with quotation marks."""
    for text in texts:
        if canonical(text) != f'"{text}"':
            raise ValueError(text)
