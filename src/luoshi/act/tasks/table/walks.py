"""How the table is gone through: by which columns, from where on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from luoshi.core.lifecycle import State

from .wanted import Condition, Order, Side, one_state


class Place(NamedTuple):
    """The place after a row of the table 位置: its deadline, where it has one, and its number.

    Where the table is sorted by something else, ``key`` is that: a state, the path of a unit, a moment in ISO 8601.
    """

    due_on: date | None
    number: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """One stretch of the table 走法, in one order: by ``key`` and number, or by number alone.

    ``dated`` tells the stretch with deadlines from the one without, ``state`` one state from the others. ``side``
    says that units are gone through in the order of the tree, whose tasks follow each other by number, and
    ``owned`` is false for what nobody answers for yet.
    """

    dated: bool | None
    descending: bool
    key: str = ""
    state: State | None = None
    side: Side | None = None
    owned: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """What it is sorted by."""
        return (self.key, "id") if self.key else ("id",)

    def ordered(self, table: str = "") -> str:
        """Return the columns as an ORDER BY takes them."""
        direction = " DESC" if self.descending else ""
        return ", ".join(f"{table}{column}{direction}" for column in self.columns)

    @property
    def stretch(self) -> Condition:
        """Which tasks are in it."""
        if self.state is not None:
            return one_state(self.state)
        if not self.owned:
            return Condition("owner_id IS NULL")
        if self.dated is None:
            return Condition("1 = 1")
        return Condition("deadline_on IS NOT NULL" if self.dated else "deadline_on IS NULL")

    def holds(self, place: Place) -> bool:
        """Tell whether the place lies in this stretch."""
        if self.state is not None:
            return place.key == self.state
        if self.side is not None or not self.owned:
            return bool(place.key) == self.owned
        return self.dated is None or self.dated == (place.due_on is not None)

    def mark(self, place: Place) -> tuple[Any, int]:
        """Return what stands at the place in the column that is sorted by, as the driver takes it, and the number."""
        if self.key == "deadline_on":
            return connection.ops.adapt_datefield_value(place.due_on), place.number
        if self.key == "moved_at":
            return connection.ops.adapt_datetimefield_value(_moment(place.key)), place.number
        return None, place.number

    def beyond(
        self, mark: tuple[Any, int] | None, *, included: bool = False, before: bool = False
    ) -> Condition:
        """Return the condition to come after the mark in this order, or before it."""
        if mark is None:
            return Condition("1 = 1")
        key, number = mark
        ahead = "<" if self.descending != before else ">"
        last = f"{ahead}=" if included else ahead
        if not self.key:
            return Condition(f"id {last} %s", (number,))
        # The first half is for the index, which need not hold the number.
        text = f"{self.key} {ahead}= %s AND ({self.key} {ahead} %s OR id {last} %s)"
        return Condition(text, (key, key, number))


def _moment(text: str) -> datetime | None:
    """Return the moment that a place names; nothing comes after a place that names none."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def walks(order: Order) -> tuple[Walk, ...]:
    """Return the stretches of the order, one after the other."""
    last = order.value.startswith("-")
    if order in (Order.OLDEST, Order.NEWEST):
        return (Walk(None, last),)
    if order in (Order.MOVED, Order.MOVED_LAST):
        return (Walk(None, last, "moved_at"),)
    if order in (Order.STATE, Order.STATE_LAST):
        return tuple(
            Walk(None, descending=False, state=each) for each in (reversed(State) if last else State)
        )
    if order in (Order.OWNER, Order.OWNER_LAST, Order.ISSUER, Order.ISSUER_LAST):
        side = Side(order.value.removeprefix("-"))
        units = Walk(None, last, side=side)
        # What nobody answers for yet comes last, whichever way the units go.
        return (units, Walk(None, descending=False, owned=False)) if side is Side.OWNER else (units,)
    return (
        Walk(dated=True, descending=order is Order.DUE_LAST, key="deadline_on"),
        Walk(dated=False, descending=False),
    )
