"""Whoever acts on a page acts on what it showed: has anything happened to the task since?"""

from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import later

from ..models import Task
from .storing import locked


def since_seen(task: Task, sequence: int) -> list[Entry]:
    """Lock the task until the caller's transaction ends, and return what happened to it after that entry."""
    locked(task.pk)
    return later(task.chain, sequence)
