"""From what happened since the last working morning, and what fell due, to what each person is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from luoshi.act.tasks.selection import IN_HAND, in_hand_due, numbered
from luoshi.act.tasks.site import light_policy
from luoshi.core.lifecycle import State
from luoshi.core.periods import WorkCalendar
from luoshi.ground.ledger.models import Entry

from .kinds import Kind
from .seats import People, Seats

FIRST = 20
RESUMING = frozenset(
    f"task.{done}"
    for done in ("returned", "relapsed", "coordinated", "extension_granted", "extension_refused", "resumed")
)

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
ASKING = frozenset({"task.blocked", "task.extension_asked"})
GIVING = frozenset(f"task.{done}" for done in ("dispatched", "transferred", "inherited"))
VERBS = RESUMING | ASKING | GIVING | {"task.reported", "task.escalated"}

Told = dict[int, dict[Kind, dict[int, None]]]


@dataclass(frozen=True, slots=True)
class Window:
    """The days between two mornings 晨报区间: the last one written, and the one that is being written."""

    after_on: date
    on: date
    calendar: WorkCalendar


def composed(entries: Iterable[Entry], window: Window) -> dict[int, list[dict[str, Any]]]:
    """Return for each person with news the parts of the digest: kind, count, numbers of the first tasks.

    A task is told as it stands now: what was reported since it was escalated is no longer late.
    """
    told: Told = defaultdict(lambda: defaultdict(dict))
    seats, happened = Seats(window.on), list(entries)
    tasks = numbered({_task_of(entry) for entry in happened})
    for entry in happened:
        task = tasks.get(_task_of(entry))
        if task is not None:
            for kind, people in _news(entry, task, seats):
                _tell(told, kind, people, task)
    _tell_of_days(told, window, seats)
    return {person: _parts(kinds) for person, kinds in told.items()}


def _task_of(entry: Entry) -> int:
    return int(entry.chain.partition(":")[2])


def _news(entry: Entry, task: Task, seats: Seats) -> Iterable[tuple[Kind, People]]:
    """Yield what the entry is to whom, while the task still stands so."""
    state, verb = State(task.state), entry.verb
    if verb == "task.escalated" and state in IN_HAND:
        yield from _escalated(entry.facts, task, seats)
    elif verb in GIVING and state is State.DISPATCHED:
        yield Kind.ACCEPT, seats.handlers(task)
    elif verb in RESUMING and state is State.ACCEPTED:
        yield Kind.RESUME, seats.handlers(task)
    elif verb == "task.reported" and state is State.REPORTED:
        yield Kind.VERIFY, seats.verifiers(task)
    elif verb in ASKING and state in IN_HAND and (task.blocked or task.asked_deadline_on):
        yield Kind.ANSWER, seats.issuers(task)


def _escalated(facts: dict[str, Any], task: Task, seats: Seats) -> Iterable[tuple[Kind, People]]:
    deadline = task.deadline_on.isoformat() if task.deadline_on else None
    # A rung that the ladder no longer has names nobody: it goes to whoever leads.
    to = facts.get("to", "leader")
    if facts.get("deadline_on", deadline) != deadline:
        return
    if to == "handler":
        yield Kind.REPORT, seats.handlers(task)
        return
    yield Kind.ESCALATED, seats.addressed(to, task)
    if to == "unit":
        yield Kind.ISSUE, seats.issuers(task) | seats.supervisors(task)


def _tell_of_days(told: Told, window: Window, seats: Seats) -> None:
    """Tell of what became overdue since the last morning, and of what came near."""
    day = timedelta(days=1)
    for task in in_hand_due(window.after_on, window.on - day):
        handlers = seats.handlers(task)
        _tell(told, Kind.OVERDUE, handlers, task)
        _tell(told, Kind.OVERDUE_BELOW, seats.overseers(task) - handlers, task)
    soon = light_policy().soon
    near = max(_horizon(window.after_on, soon, window.calendar) + day, window.on)
    for task in in_hand_due(near, _horizon(window.on, soon, window.calendar)):
        _tell(told, Kind.SOON_BELOW, seats.overseers(task) - seats.handlers(task), task)


def _horizon(on: date, soon: int, calendar: WorkCalendar) -> date:
    """Return the last day that counts as near on that day: ``soon`` working days ahead, and the rest days behind them."""
    return calendar.add_workdays(on, soon + 1) - timedelta(days=1)


def _tell(told: Told, kind: Kind, people: People, task: Task) -> None:
    for person in people:
        told[person][kind][task.pk] = None


def _parts(kinds: dict[Kind, dict[int, None]]) -> list[dict[str, Any]]:
    """Return the parts in the order of ``Kind``; what somebody hears as escalated he does not hear again as late below."""
    loud = set(kinds.get(Kind.ESCALATED, ())) | set(kinds.get(Kind.ISSUE, ()))
    parts = []
    for kind in Kind:
        quiet = loud if kind in (Kind.OVERDUE, Kind.OVERDUE_BELOW) else set()
        tasks = [number for number in kinds.get(kind, ()) if number not in quiet]
        if tasks:
            parts.append({"kind": kind.value, "count": len(tasks), "tasks": tasks[:FIRST]})
    return parts
