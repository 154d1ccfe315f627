"""Another person checks: closed or returned, looked at again, relapsed or settled."""

from collections.abc import Iterable
from datetime import datetime

from luoshi.core.lifecycle import Move
from luoshi.ground.people.models import Person

from ..models import Task
from ..proof import Proof
from .moving import moved


def return_(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """Send a report back, because it does not meet the standard; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.RETURN, by=by, at=at, reason=reason)


def close(task: Task, *, by: Person, at: datetime, note: str, proofs: Iterable[Proof] = ()) -> Task:
    """Close the task as verified, saying what was found; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.CLOSE, by=by, at=at, note=note, proofs=proofs)


def look_back(task: Task, *, by: Person, at: datetime, note: str) -> Task:
    """Find later that it holds; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.LOOK_BACK, by=by, at=at, note=note)


def relapse(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """Find later that it does not hold, and open the same task again. Raises the loop's ``Refusal``."""
    return moved(task, Move.RELAPSE, by=by, at=at, reason=reason)


def settle(task: Task, *, by: Person, at: datetime) -> Task:
    """File the task for good; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.SETTLE, by=by, at=at)
