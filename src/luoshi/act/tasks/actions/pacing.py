"""Time: extensions, reminders, rests, and an end without result."""

from datetime import date, datetime

from luoshi.core.lifecycle import Move
from luoshi.ground.people.models import Person

from ..models import Task
from .moving import moved


def ask_extension(task: Task, *, by: Person, at: datetime, deadline_on: date | None, reason: str) -> Task:
    """Ask for a later deadline; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.ASK_EXTENSION, by=by, at=at, deadline_on=deadline_on, reason=reason)


def grant_extension(task: Task, *, by: Person, at: datetime, deadline_on: date | None = None) -> Task:
    """Grant what was asked, or another day; the original deadline stays. Raises the loop's ``Refusal``."""
    return moved(task, Move.GRANT_EXTENSION, by=by, at=at, deadline_on=deadline_on)


def refuse_extension(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """Let the deadline stand; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.REFUSE_EXTENSION, by=by, at=at, reason=reason)


def urge(task: Task, *, by: Person, at: datetime, note: str = "") -> Task:
    """Urge the owner; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.URGE, by=by, at=at, note=note)


def escalate(task: Task, *, by: Person, at: datetime, rung: str) -> Task:
    """Give the notice of one rung of the ladder, which says to whom and for which deadline; return the task.

    Raises the loop's ``Refusal``.
    """
    return moved(task, Move.ESCALATE, by=by, at=at, rung=rung)


def suspend(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """Let the task rest; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.SUSPEND, by=by, at=at, reason=reason)


def resume(task: Task, *, by: Person, at: datetime) -> Task:
    """Go on where it rested; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.RESUME, by=by, at=at)


def cancel(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """End the task without result; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.CANCEL, by=by, at=at, reason=reason)
