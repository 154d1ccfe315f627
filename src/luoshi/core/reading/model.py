"""What a reader brings home from a document: its heading facts, its outline, its tasks.

Every span is a pair of code-point offsets into the text that was read, so that
``text[start:end]`` is the quotation itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["speech", "plan", "division", "notice", "other"]
Stance = Literal["commitment", "practice", "past", "quotation"]
Strength = Literal["core", "soft"]
DeadlineType = Literal["before", "ongoing", "period", "year_target", "frequency"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """One node of the outline 条款.

    ``span`` runs from the number to the last character before the next clause of the
    same or a higher level; ``level`` counts from 1; ``parent`` is the id of the node above.
    """

    id: str
    parent: str | None
    level: int
    number: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done 任务, as the document words it.

    ``stance`` tells a promise from current practice, from a past result and from a quoted
    demand; only the first two are tasks, the others look like one. ``units`` lists every
    responsible unit, leads first; ``responsible`` the parties addressed in running text.
    """

    text: str
    span: Span
    clause: str | None
    stance: Stance
    strength: Strength
    lead: str | None = None
    leads: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    deadline: str | None = None
    deadline_on: date | None = None
    deadline_type: DeadlineType | None = None
    frequency: str | None = None
    per: str | None = None
    quantities: tuple[str, ...] = ()
    ending_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader found out about the document as a whole.

    ``sentence`` is a Chinese message with ``{placeholders}`` for people, ``code`` the same for programs
    in English; ``str()`` is the finished ``code``.
    """

    code: str
    sentence: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.code.format_map(self.facts)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: where it comes from, how it is built, what it asks for."""

    title: str | None
    kind: Kind
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    outline: tuple[Clause, ...]
    tasks: tuple[Task, ...]
    conventions: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
