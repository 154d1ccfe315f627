"""The orders of the table beside deadline and number: by state, by last move, by unit; and any order of what is helped.

As for the others there are two ways. Where much is in reach, the table is walked in its order for a bounded
stretch, and each task is asked whether it is in reach. Where little is, or the stretch held too little, what
is in reach is gathered and sorted.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from luoshi.core.lifecycle import State
from luoshi.ground.statements import for_each_driver, run

from .placing import placed
from .reaching import reached
from .walks import Place
from .wanted import Condition, Order, Side, Wanted, narrowing, one_state, standing

STRETCH = 2_000
BY_NUMBER, BY_DEADLINE = (Order.OLDEST, Order.NEWEST), (Order.DUE, Order.DUE_LAST)
_PAGE = "SELECT {columns} FROM tasks_task WHERE {tasks} ORDER BY {order} LIMIT {first} OFFSET {passed}"
ANYTHING = Condition("1 = 1")
Mark = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One stretch of the table 分段 in one order: by ``key`` and number, or by number alone.

    ``within`` says which tasks are in it, ``name`` how a place tells that it lies there. With a ``side`` it goes
    along the units of that side in the order of the tree.
    """

    within: Condition = ANYTHING
    descending: bool = False
    key: str = ""
    name: str | None = None
    side: Side | None = None

    def holds(self, place: Place) -> bool:
        """Tell whether the place lies here: by the name, with a day or without, in a unit or in none."""
        if self.name is not None:
            return place.key == self.name
        return self.key != "deadline_on" or place.due_on is not None

    def columns(self) -> tuple[str, ...]:
        """What it is sorted by."""
        return (self.key, "id") if self.key else ("id",)

    def order(self) -> str:
        """Return the columns as an ORDER BY takes them."""
        return ", ".join(f"{column}{' DESC' if self.descending else ''}" for column in self.columns())

    def mark(self, place: Place) -> Mark:
        """Return what stands at the place in these columns, as the driver takes it."""
        if self.key == "deadline_on":
            return connection.ops.adapt_datefield_value(place.due_on), place.number
        if self.key == "moved_at":
            return connection.ops.adapt_datetimefield_value(_moment(place.key)), place.number
        return (place.number,)

    def beyond(self, mark: Mark, *, before: bool = False) -> Condition:
        """Return the condition to come after the mark, or at it and before."""
        ahead = "<" if self.descending != before else ">"
        last = f"{ahead}=" if before else ahead
        if len(mark) == 1:
            return Condition(f"id {last} %s", mark)
        # The first half is for the index, which need not hold the number.
        return Condition(
            f"{self.key} {ahead}= %s AND ({self.key} {ahead} %s OR id {last} %s)", (mark[0], *mark)
        )


def sorts_by_column(wanted: Wanted) -> bool:
    """Tell whether the table is wanted in one of these orders."""
    return wanted.side is Side.HELPER or wanted.order not in (*BY_NUMBER, *BY_DEADLINE)


def lanes(order: Order) -> tuple[Lane, ...]:
    """Return the stretches of the order, one after the other."""
    last = order.value.startswith("-")
    if order in BY_NUMBER:
        return (Lane(descending=last),)
    if order in BY_DEADLINE:
        dated = Lane(Condition("deadline_on IS NOT NULL"), last, "deadline_on")
        return dated, Lane(Condition("deadline_on IS NULL"))
    if order in (Order.MOVED, Order.MOVED_LAST):
        return (Lane(descending=last, key="moved_at"),)
    if order in (Order.STATE, Order.STATE_LAST):
        states = tuple(State)[:: -1 if last else 1]
        return tuple(Lane(one_state(each), name=each.value) for each in states)
    side = Side(order.value.removeprefix("-"))
    units = Lane(descending=last, side=side)
    # What nobody answers for yet comes last, whichever way the units go.
    return (units, Lane(Condition("owner_id IS NULL"), name="")) if side is Side.OWNER else (units,)


def numbers(wanted: Wanted, first: int, after: Place | None, *, few: bool) -> list[int]:
    """Return the numbers of the first tasks, or those after a place; ``few`` organizations are in reach, or many."""
    ids: list[int] = []
    for lane in lanes(wanted.order):
        if after is not None and not _lies_in(lane, after):
            # What is behind the place.
            continue
        start, after = after, None
        tasks = standing(wanted) & narrowing(wanted) & lane.within
        if lane.side is not None:
            ids += placed(
                wanted, lane.side, tasks, first - len(ids), start, descending=lane.descending, few=few
            )
        else:
            ids += _stretch(wanted, lane, tasks, first - len(ids), start, few=few)
        if len(ids) >= first:
            break
    return ids


def _lies_in(lane: Lane, place: Place) -> bool:
    return bool(place.key) if lane.side is not None else lane.holds(place)


def _stretch(
    wanted: Wanted, lane: Lane, tasks: Condition, first: int, after: Place | None, *, few: bool
) -> list[int]:
    if after is not None:
        tasks &= lane.beyond(lane.mark(after))
    end: list[Mark] = []
    if not few:
        end = _rows(lane, tasks, lane.columns(), 1, passed=STRETCH)
        bounded = tasks & lane.beyond(end[0], before=True) if end else tasks
        found = _rows(lane, bounded & reached(wanted, walked=True), ("id",), first)
        if len(found) == first or not end:
            return [row[0] for row in found]
    return [row[0] for row in _rows(lane, tasks & reached(wanted, walked=False), ("id",), first)]


def _rows(
    lane: Lane, tasks: Condition, columns: tuple[str, ...], first: int, *, passed: int = 0
) -> list[Mark]:
    statement = _PAGE.format(
        columns=", ".join(columns), tasks=tasks.text, order=lane.order(), first=first, passed=passed
    )
    found: list[Mark] = run(for_each_driver(statement), tasks.values).fetchall()
    return found


def _moment(text: str) -> datetime | None:
    """Return the moment that a place names; nothing comes after a place that names none."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
