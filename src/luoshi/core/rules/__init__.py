"""What is owed: dated provisions 规定 × organizations → obligations. Plain Python, told everything, asks nothing.

A ``Rule`` is one version of a provision; its ``measure`` is a ``Count`` (kind, per, at least), ``Hours``, a ``Term``,
a ``Deadline`` after a matter began, or a ``Structure``. A ``Pack`` holds rules: ``read(text, name)`` makes one from
TOML or raises ``Misread`` with every mistake at its line; ``joined(packs)`` makes one of many, ``work(pack, almanac)`` works its examples.

Then, in this order::

    almanac = Almanac(periods_between, term_of, calendar.add_workdays)   # of luoshi.core.periods
    docket = docket_of(pack, 2026, almanac)                              # once for each pack and year
    owed(docket, subject, record, today)      -> list[Obligation]        # one organization, with what met it and why
    why(obligation)                           -> Why                     # one sentence
    structure(pack, subject, today)           -> list[Feature]           # what it has, as facts, never as misses

    counters = Counters(2026); counters.add(key, kind, on, times)        # COUNT: kept, times may be negative
    judge(docket, subjects, counters, today, records) -> Iterator[Tally] # JUDGE: whoever asks "what if" judges again
    judged(docket, subject, counters, today)  -> Iterator[Judged]        # the lines a tally is the sum of

``Tally.months(Status.MISSED)`` is twelve numbers; an obligation stands in the month of its last day. A ``Subject`` is an
organization (key, kind, dates, ``recorded_from``, facts by names of ``FACTS``); a ``Record`` its ``Occurrence``s,
``Matter``s and study hours. Statuses are owed, met, missed, unknown, exempt. What is found nowhere is missed only
where it would be on record: before ``recorded_from`` it is unknown.
"""

from luoshi.core.rules.conflicts import joined
from luoshi.core.rules.counting import Counters, CounterSource, counted
from luoshi.core.rules.docket import Docket, Line, docket_of
from luoshi.core.rules.facts import FACTS, Fact, Value
from luoshi.core.rules.judging import judge, judged
from luoshi.core.rules.kinds import (
    KIND_LABELS,
    MATTER_LABELS,
    ORGANIZATION_KINDS,
    PERFORMERS,
    ActivityKind,
    MatterKind,
    ReportKind,
)
from luoshi.core.rules.measures import due_on
from luoshi.core.rules.mistakes import Misread, Mistake
from luoshi.core.rules.obligation import STATUS_LABELS, Obligation, Status
from luoshi.core.rules.owing import owed
from luoshi.core.rules.predicate import Predicate, parse
from luoshi.core.rules.proving import CaseOutcome, undemonstrated, work
from luoshi.core.rules.reading import read
from luoshi.core.rules.record import Almanac, Matter, Occurrence, People, Period, Record, Study, Subject
from luoshi.core.rules.rule import (
    MODALITY_LABELS,
    Case,
    Citation,
    Count,
    Deadline,
    Exemption,
    Hours,
    Modality,
    Pack,
    Rule,
    Structure,
    Term,
)
from luoshi.core.rules.structure import Feature, structure
from luoshi.core.rules.tally import Judged, Tally
from luoshi.core.rules.words import Why, why

__all__ = [
    "FACTS",
    "KIND_LABELS",
    "MATTER_LABELS",
    "MODALITY_LABELS",
    "ORGANIZATION_KINDS",
    "PERFORMERS",
    "STATUS_LABELS",
    "ActivityKind",
    "Almanac",
    "Case",
    "CaseOutcome",
    "Citation",
    "Count",
    "CounterSource",
    "Counters",
    "Deadline",
    "Docket",
    "Exemption",
    "Fact",
    "Feature",
    "Hours",
    "Judged",
    "Line",
    "Matter",
    "MatterKind",
    "Misread",
    "Mistake",
    "Modality",
    "Obligation",
    "Occurrence",
    "Pack",
    "People",
    "Period",
    "Predicate",
    "Record",
    "ReportKind",
    "Rule",
    "Status",
    "Structure",
    "Study",
    "Subject",
    "Tally",
    "Term",
    "Value",
    "Why",
    "counted",
    "docket_of",
    "due_on",
    "joined",
    "judge",
    "judged",
    "owed",
    "parse",
    "read",
    "structure",
    "undemonstrated",
    "why",
    "work",
]
