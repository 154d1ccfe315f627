"""Whoever acts on a page acts on what it showed: has anything happened to the task since?"""

from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import later

from ..models import Task


def since_seen(task: Task, sequence: int) -> list[Entry]:
    """Lock the task until the caller's transaction ends, and return what happened to it after that entry."""
    # SQLite has one writer at a time, and a transaction there is the writer from its first statement.
    Task.objects.select_for_update().values_list("pk").get(pk=task.pk)
    return later(task.chain, sequence)
