"""COUNT: what happened, as one small number for each organization and kind; a fact more or less is one addition.

A counter packs twelve months into one integer, ``LANE`` bits each, January lowest. A month holds up to ``MOST``, so
that even the sum of a year stays inside its lane.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

LANE = 20
MOST = (1 << 15) - 1
MONTH_MASK = (1 << LANE) - 1
NONE: Mapping[str, int] = {}


class CounterSource(Protocol):
    """Where counters of a year come from 计数来源: kept in memory here, or counted by a database's own engine."""

    @property
    def year(self) -> int:
        """The year whose months are counted."""

    def of(self, key: object, /) -> Mapping[str, int]:
        """Return the packed counters of that organization by kind; a kind that is not there has none."""


class Counters:
    """The counters of one year 计数器, kept while facts come and go. Two are equal when they count the same."""

    def __init__(self, year: int) -> None:
        self._year = year
        self._kept: dict[object, dict[str, int]] = {}

    @property
    def year(self) -> int:
        """The year whose months are counted."""
        return self._year

    def of(self, key: object) -> Mapping[str, int]:
        """Return the packed counters of that organization by kind."""
        return self._kept.get(key, NONE)

    def add(self, key: object, kind: str, on: date, times: int = 1) -> None:
        """Count so many facts more, or fewer with a negative number; days of other years do not count.

        Raises ``OverflowError`` for a month with fewer than none or more than ``MOST``.
        """
        if on.year != self._year:
            return
        self.add_month(key, kind, on.month, times)

    def add_month(self, key: object, kind: str, month: int, times: int) -> None:
        """Count as ``add`` does, for a month from 1 to 12: what a database has already counted."""
        kinds = self._kept.setdefault(key, {})
        packed = kinds.get(kind, 0)
        shift = LANE * (month - 1)
        counted = (packed >> shift & MONTH_MASK) + times
        if not 0 <= counted <= MOST:
            raise OverflowError(counted)
        packed += times << shift
        if packed:
            kinds[kind] = packed
            return
        kinds.pop(kind, None)
        if not kinds:
            del self._kept[key]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Counters) and (self._year, self._kept) == (other._year, other._kept)

    __hash__ = None  # type: ignore[assignment]  # it changes


def counted(year: int, facts: Iterable[tuple[object, str, date]]) -> Counters:
    """Return the counters of a year from facts: organization, kind, day."""
    counters = Counters(year)
    for key, kind, on in facts:
        counters.add(key, kind, on)
    return counters
