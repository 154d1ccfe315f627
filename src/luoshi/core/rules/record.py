"""Who is judged, and what is known of them: the one thing the engine asks of the rooms that keep it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, Protocol

from luoshi.core.rules.facts import Value

Per = Literal["month", "quarter", "half_year", "year"]
People = Literal["members", "team"]


class Period(Protocol):
    """A period as a calendar gives it 时段; ``luoshi.core.periods.Period`` is one."""

    @property
    def first(self) -> date:
        """The first day."""

    @property
    def last(self) -> date:
        """The last day; both belong to it."""

    @property
    def key(self) -> str:
        """Its name, such as ``2026-Q2``."""


@dataclass(frozen=True, slots=True)
class Almanac:
    """What the engine asks of a calendar 历法, as functions.

    ``periods_between`` and ``term_of`` of ``luoshi.core.periods`` and ``add_workdays`` of its calendar.
    """

    periods_between: Callable[[Per, date, date], Iterable[Period]]
    term_of: Callable[[date, int, date], Period]
    add_workdays: Callable[[date, int], date]


@dataclass(frozen=True, slots=True)
class Subject:
    """One organization as rules see it 履职主体.

    ``key`` is what its room calls it; ``kind`` a code of ``ORGANIZATION_KINDS``; ``dissolved_on`` the last day it
    lived. Its activities are on record from ``recorded_from``: before that, nothing found is unknown, not
    missed; None where nothing is on record. ``facts`` hold what is known, by names of ``FACTS``; ``former`` what was
    known before, the oldest first, each with the last day on which it was so.
    """

    key: object
    kind: str
    established_on: date | None = None
    dissolved_on: date | None = None
    recorded_from: date | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)
    former: Sequence[tuple[date, Mapping[str, Value]]] = ()

    def facts_on(self, day: date) -> Mapping[str, Value]:
        """Return the facts as they were on that day."""
        return next((facts for until, facts in self.former if day <= until), self.facts)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One activity or report counted as one kind 已开展事项; ``ref`` leads back to it."""

    kind: str
    on: date
    ref: object = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that began and is to be answered 限时办理事项: its kind, since when, and the day it was done, if it was."""

    kind: str
    since: date
    done_on: date | None = None
    ref: object = None


class Study(NamedTuple):
    """How long somebody studied in a year 学时情况: so many hours at least, and perhaps more where ``unsure``."""

    hours: float
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What one organization has on record 履职记录.

    ``hours`` tell of this year, for each circle of its people, how many of them studied how long.
    """

    occurrences: Sequence[Occurrence] = ()
    matters: Sequence[Matter] = ()
    hours: Mapping[People, Mapping[Study, int]] = field(default_factory=dict)


NOTHING = Record()
