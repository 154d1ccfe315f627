"""How the table is gone through: by which columns, from where on."""

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


@dataclass(frozen=True, slots=True)
class Walk:
    """One stretch of the table 走法, in one order: all that has a deadline, all that has none, or everything."""

    dated: bool | None
    descending: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """What it is sorted by."""
        return ("deadline_on", "id") if self.dated else ("id",)

    def ordered(self, table: str = "") -> str:
        """Return the columns as an ORDER BY takes them."""
        direction = " DESC" if self.descending else ""
        return ", ".join(f"{table}{column}{direction}" for column in self.columns)

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
