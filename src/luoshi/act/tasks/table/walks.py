"""How the table is gone through: by which columns, from where on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from .wanted import Condition, Order


class Place(NamedTuple):
    """The place after a row of the table 位置: its deadline, where it has one, and its number.

    Where the table is sorted by another column, ``key`` is what stands there: a state, a unit's path, an ISO moment.
    """

    due_on: date | None
    number: int
    key: str = ""


def place_of(row: Sequence[Any]) -> Place:
    """Return the place of a row that begins with a task's number and deadline, as the driver gave them."""
    number, due = row[0], row[1]
    return Place(date.fromisoformat(due) if isinstance(due, str) else due, number)


@dataclass(frozen=True, slots=True)
class Walk:
    """One stretch of the table 走法, in one order: all that has a deadline, all that has none, or everything."""

    dated: bool | None
    descending: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """What it is sorted by."""
        return ("deadline_on", "id") if self.dated else ("id",)

    @property
    def due(self) -> str:
        """The deadline as a SELECT takes it: only read where it is sorted by, because not every index holds it."""
        return "deadline_on" if self.dated else "NULL"

    def ordered(self, table: str = "") -> str:
        """Return the columns as an ORDER BY takes them."""
        direction = " DESC" if self.descending else ""
        return ", ".join(f"{table}{column}{direction}" for column in self.columns)

    def is_behind(self, after: Place | None) -> bool:
        """Tell whether all of the stretch is behind the place: one without a deadline stands in the last stretch."""
        return after is not None and bool(self.dated) and after.due_on is None

    def within(self, after: Place | None) -> Place | None:
        """Return the place where it lies in this stretch, nothing where the stretch begins at its beginning."""
        if after is None or self.dated not in (None, after.due_on is not None):
            return None
        return after

    def sorted(self, places: Iterable[Place], after: Place | None = None) -> list[Place]:
        """Return those of the places that lie in this stretch, in its order; with a place, those after it alone."""
        mine = [each for each in places if self.dated in (None, each.due_on is not None)]
        start = self.within(after)
        if start is not None:
            mine = [each for each in mine if self._key(each) != self._key(start)]
            mine = [each for each in mine if (self._key(each) < self._key(start)) == self.descending]
        return sorted(mine, key=self._key, reverse=self.descending)

    def _key(self, place: Place) -> tuple[Any, ...]:
        return place if self.dated else (place.number,)

    @property
    def stretch(self) -> Condition:
        """Which tasks are in it."""
        if self.dated is None:
            return Condition("1 = 1")
        return Condition("deadline_on IS NOT NULL" if self.dated else "deadline_on IS NULL")

    def beyond(self, place: Place | None, *, included: bool = False, before: bool = False) -> Condition:
        """Return the condition to come after the place in this order, or before it."""
        if place is None:
            return Condition("1 = 1")
        ahead = "<" if self.descending != before else ">"
        last = f"{ahead}=" if included else ahead
        if not self.dated:
            return Condition(f"id {last} %s", (place.number,))
        day: Any = connection.ops.adapt_datefield_value(place.due_on)
        # The first half is for the index, which need not hold the number.
        text = f"deadline_on {ahead}= %s AND (deadline_on {ahead} %s OR id {last} %s)"
        return Condition(text, (day, day, place.number))


def walks(order: Order) -> tuple[Walk, ...]:
    """Return the stretches of the order, one after the other."""
    if order in (Order.OLDEST, Order.NEWEST):
        return (Walk(None, order is Order.NEWEST),)
    return Walk(dated=True, descending=order is Order.DUE_LAST), Walk(dated=False, descending=False)
