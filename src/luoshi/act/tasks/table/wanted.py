"""What somebody asks of the table, and the conditions of a statement that say so."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import connection

from luoshi.core.lifecycle import Light, State
from luoshi.ground.organizations.paths import topmost, upper_bound

from ..late import LATE
from ..models import AT_REST, UNDONE
from ..origins import Origin
from ..spelling import AT_REST_SPELLED, UNDONE_SPELLED


class Side(StrEnum):
    """Which of a task's organizations must lie within reach 承办、交办或配合."""

    OWNER = "owner"
    ISSUER = "issuer"
    HELPER = "helper"

    @property
    def other(self) -> "Side":
        """The one that is looked at from there."""
        return Side.ISSUER if self is Side.OWNER else Side.OWNER


class Order(StrEnum):
    """In which order the table stands 次序; where nothing is due comes last in both orders of deadlines.

    Units stand in the order of the tree, states in that of the loop; what was last moved longest ago is ``MOVED``.
    """

    DUE = "due"
    DUE_LAST = "-due"
    OLDEST = "number"
    NEWEST = "-number"
    STATE = "state"
    STATE_LAST = "-state"
    OWNER = "owner"
    OWNER_LAST = "-owner"
    ISSUER = "issuer"
    ISSUER_LAST = "-issuer"
    MOVED = "moved"
    MOVED_LAST = "-moved"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for 筛选.

    ``paths`` are the subtrees in which the ``side`` of a task must lie, ``opposite`` the one for its other
    side. ``exactly`` takes the topmost organization of each path alone. ``late_on`` asks for what is
    overdue on that day; ``text`` stands in the title, or is the number.
    """

    paths: tuple[str, ...]
    side: Side = Side.OWNER
    order: Order = Order.DUE
    states: tuple[State, ...] = UNDONE
    light: Light | None = None
    origin: Origin | None = None
    late_on: date | None = None
    opposite: str = ""
    exactly: bool = False
    text: str = ""

    @property
    def under_way(self) -> bool:
        """Whether only tasks are asked for that somebody still has in hand; these have indexes of their own."""
        return set(self.states) <= set(UNDONE)

    @property
    def apart(self) -> "list[Wanted]":
        """The same question for each part of the tasks that has an index of its own by deadline."""
        parts = [tuple(each for each in self.states if each in UNDONE)]
        parts += [(each,) for each in self.states if each in AT_REST]
        return [replace(self, states=part) for part in parts if part]


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a statement 条件, with places ``%s`` and what fills them."""

    text: str
    values: tuple[Any, ...] = ()

    def __and__(self, other: "Condition") -> "Condition":
        return Condition(f"{self.text} AND {other.text}", self.values + other.values)


def spans(wanted: Wanted, column: str = "place.path") -> Condition:
    """Return the condition that an organization lies within the paths; none lies within none."""
    if not wanted.paths:
        return Condition("1 = 0")
    if wanted.exactly:
        places = ", ".join(["%s"] * len(wanted.paths))
        return Condition(f"{column} IN ({places})", wanted.paths)
    kept = topmost(wanted.paths)
    ranges = " OR ".join([f"{column} >= %s AND {column} < %s"] * len(kept))
    return Condition(f"({ranges})", tuple(end for path in kept for end in (path, upper_bound(path))))


def standing(wanted: Wanted) -> Condition:
    """Return the condition on where tasks stand, spelled so that a partial index can be told from it.

    Of what is under way, one state or all have an index; of two of them, which is one of the further conditions.
    """
    if len(wanted.states) == 1:
        return one_state(wanted.states[0])
    if wanted.under_way:
        return Condition(f"state IN ({UNDONE_SPELLED})")
    if set(wanted.states) == set(State):
        return Condition("1 = 1")
    asked = _in_states(wanted)
    return Condition(f"state IN ({AT_REST_SPELLED})") & asked if set(wanted.states) <= set(AT_REST) else asked


def _in_states(wanted: Wanted) -> Condition:
    places = ", ".join(["%s"] * len(wanted.states))
    return Condition(f"state IN ({places})", tuple(each.value for each in wanted.states))


def one_state(state: State) -> Condition:
    """Return the condition that a task stands there, spelled so that a partial index can be told from it."""
    among = UNDONE_SPELLED if state in UNDONE else AT_REST_SPELLED
    return Condition(f"state IN ({among}) AND state = '{state.value}'")


def narrowing(wanted: Wanted) -> Condition:
    """Return the further conditions on the tasks; always true where nothing further is asked."""
    parts = []
    if wanted.under_way and 1 < len(set(wanted.states)) < len(UNDONE):
        parts.append(_in_states(wanted))
    if wanted.light is not None:
        parts.append(Condition("light = %s", (wanted.light.value,)))
    if wanted.origin is not None:
        parts.append(Condition("origin = %s", (wanted.origin.value,)))
    if wanted.late_on is not None:
        parts.append(Condition(LATE, (connection.ops.adapt_datefield_value(wanted.late_on),)))
    if wanted.opposite:
        inner = "SELECT id FROM organizations_organization WHERE path >= %s AND path < %s"
        parts.append(
            Condition(f"{wanted.side.other}_id IN ({inner})", (wanted.opposite, upper_bound(wanted.opposite)))
        )
    if wanted.text:
        parts.append(_said(wanted.text))
    condition = Condition("1 = 1")
    for part in parts:
        condition &= part
    return condition


def _said(text: str) -> Condition:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    # SQLite's LIKE knows no difference of case in ASCII; PostgreSQL's ILIKE takes long, and Chinese has no case.
    like = "ILIKE" if connection.vendor == "postgresql" and text.lower() != text.upper() else "LIKE"
    titled = Condition(f"title {like} %s ESCAPE '\\'", (f"%{escaped}%",))
    # Numbers longer than these are no number of a task, and none that a database can compare.
    if text.isascii() and text.isdigit() and len(text) < 19:
        return Condition(f"({titled.text} OR id = %s)", (*titled.values, int(text)))
    return titled
