"""A provision as data: what is asked, of whom, since when, and where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from luoshi.core.refusals import N_
from luoshi.core.rules.predicate import Predicate
from luoshi.core.rules.record import People, Per, Record, Subject

MONTHS: dict[Per, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
Unit = Literal["day", "workday", "month"]
TERM_FACTS = frozenset({"last_elected_on", "term_years", "term_extended_until"})


class Modality(StrEnum):
    """How strongly it is asked 约束程度: norm is a default that may be left for a reason, practice has no central text."""

    MUST = "must"
    NORM = "norm"
    MAY = "may"
    PRACTICE = "practice"


MODALITY_LABELS = {
    Modality.MUST: N_("应当"),
    Modality.NORM: N_("一般"),
    Modality.MAY: N_("可以"),
    Modality.PRACTICE: N_("工作惯例"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a provision is written 依据, in which version of the text, and whether somebody must still check it."""

    document: str
    article: str
    text_version: str
    verified_on: date
    checked: bool
    note: str = ""

    @property
    def place(self) -> str:
        """The document in its marks, and the article, as papers cite it."""
        title = self.document if self.document.startswith("《") else f"《{self.document}》"
        return title + self.article


@dataclass(frozen=True, slots=True)
class Count:
    """At least so many of a kind in each period 次数要求; ``what`` is a code of ``KIND_LABELS``."""

    what: str
    per: Per
    at_least: int


@dataclass(frozen=True, slots=True)
class Hours:
    """At least so many hours of study a year for each of these people 学时要求."""

    floor: int
    of: People


@dataclass(frozen=True, slots=True)
class Term:
    """An election at the end of each term 换届要求; ``years`` where the organization declares no term of its own."""

    years: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something to be done within so much time after a matter began 时限要求, or, with ``earliest``, not before then."""

    after: str
    within: int
    unit: Unit
    earliest: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """What an organization is to have 设置要求; shown as a fact about it, never counted as a miss."""

    has: Predicate


Measure = Count | Hours | Term | Deadline | Structure


@dataclass(frozen=True, slots=True)
class Exemption:
    """Who is let off, and why 免除情形."""

    when: Predicate
    reason: str


@dataclass(frozen=True, slots=True)
class Case:
    """One worked example of a rule 例子: who and what is given, on which day it is asked, and what is expected.

    ``expect`` gives a status for each key of an obligation, ``none`` where nothing may be owed; of a ``Structure``
    ``yes``, ``no``, ``unknown`` or ``none`` under the key ``set_up``.
    """

    name: str
    subject: Subject
    record: Record
    today: date
    expect: Mapping[str, str]
    line: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One version of a provision 规定. ``kinds`` are kinds of organizations; both days of validity belong to it."""

    id: str
    title: str
    sentence: str
    citations: tuple[Citation, ...]
    modality: Modality
    kinds: frozenset[str]
    measure: Measure
    valid_from: date
    valid_until: date | None = None
    when: Predicate | None = None
    by: str = "organization"
    exemptions: tuple[Exemption, ...] = ()
    raises: str = ""
    cases: tuple[Case, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def checked(self) -> bool:
        """Whether every citation has been checked against the text."""
        return all(each.checked for each in self.citations)

    @property
    def asks(self) -> frozenset[str]:
        """The facts about an organization that it looks at."""
        conditions = [each.when for each in self.exemptions]
        conditions += [self.when] if self.when else []
        conditions += [self.measure.has] if isinstance(self.measure, Structure) else []
        of_terms = TERM_FACTS if isinstance(self.measure, Term) else frozenset()
        return of_terms.union(*(each.asks for each in conditions))

    def in_force(self, on: date) -> bool:
        """Tell whether this version is valid on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """Provisions that are judged together 规定包: one file's, or all that are in force at an installation.

    ``scope`` is national, local, or example; an example binds nobody until a site takes it over.
    """

    name: str
    title: str
    rules: tuple[Rule, ...]
    scope: str = "local"

    def rule(self, id_: str, on: date) -> Rule | None:
        """Return the version of the provision that is valid on that day, or nothing."""
        return next((rule for rule in self.rules if rule.id == id_ and rule.in_force(on)), None)
