"""What an import would do, cell by cell, before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from luoshi.core.formats import address
from luoshi.core.refusals import Refusal

from .refusals import NOT_IMPORTED

Entry = TypeVar("Entry")


class VerdictKind(StrEnum):
    """What becomes of a cell."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of the cell in that row and column (from 1), as a Chinese msgid and its facts.

    ``facts`` always hold ``cell`` (``C12``). Where a rule of the ground stands against it, ``reason`` is that
    refusal, whose sentence fills ``{reason}``.
    """

    row: int
    column: int
    kind: VerdictKind
    sentence: str
    facts: dict[str, str]
    reason: Refusal | None = None

    @property
    def cell(self) -> str:
        """How people call the cell."""
        return address(self.row, self.column)

    def in_words(self, say: Callable[[str], str]) -> str:
        """Return the finished sentence; ``say`` turns a Chinese message into the reader's language."""
        reason = say(self.reason.sentence).format_map(self.reason.facts) if self.reason else ""
        return say(self.sentence).format_map({**self.facts, "reason": reason})

    def __str__(self) -> str:
        return self.in_words(str)


def verdict(kind: VerdictKind, row: int, column: int, sentence: str, /, **facts: str) -> Verdict:
    """Return a verdict that names its cell."""
    return Verdict(row, column, kind, sentence, {"cell": address(row, column), **facts})


@dataclass(frozen=True, slots=True)
class Preview(Generic[Entry]):
    """``entries`` is what would be entered, each from its row of ``rows``; while any verdict is a refusal, nothing can be."""

    verdicts: Sequence[Verdict]
    entries: Sequence[Entry]
    rows: Sequence[int]

    @property
    def refused(self) -> list[Verdict]:
        """The cells that stand in the way, from the top."""
        found = [each for each in self.verdicts if each.kind is VerdictKind.REFUSED]
        return sorted(found, key=lambda each: (each.row, each.column))

    @property
    def notable(self) -> list[Verdict]:
        """What somebody should look at before it is written: the refusals, else the changes."""
        changed = [each for each in self.verdicts if each.kind is VerdictKind.CHANGED]
        return self.refused or sorted(changed, key=lambda each: (each.row, each.column))

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many rows are new, changed, the same and refused; a row counts once, by its weightiest cell."""
        order = (VerdictKind.REFUSED, VerdictKind.NEW, VerdictKind.CHANGED, VerdictKind.SAME)
        weights = {kind: place for place, kind in enumerate(order)}
        rows: dict[int, int] = {}
        for each in self.verdicts:
            rows[each.row] = min(weights[each.kind], rows.get(each.row, len(order)))
        refused, new, changed, same = (list(rows.values()).count(place) for place in range(len(order)))
        return new, changed, same, refused

    def refuse_refused(self) -> None:
        """Raise ``Refusal`` when any cell stands in the way, naming how many and the first."""
        refused = self.refused
        if refused:
            raise Refusal(NOT_IMPORTED, count=str(len(refused)), cell=refused[0].cell)
