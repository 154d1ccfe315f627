"""How a task is loaded under its lock, and how what a move changed is stored."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from luoshi.ground.people.models import Person
from luoshi.ground.statements import Statement, for_each_driver, run
from luoshi.ground.tables import StoredTable

from ..models import Attachment, Evidence, Task
from ..proof import Proof

_TASKS = StoredTable(Task)
_LOAD = for_each_driver(
    "SELECT {columns} FROM {table} WHERE id = %s", columns=_TASKS.columns(), table=_TASKS.name
)
# SQLite has one writer at a time, and a transaction there is the writer from its first statement.
_LOAD["postgresql"] += " FOR UPDATE"
_UPDATE = "UPDATE {table} SET {places} WHERE id = %s"


def locked(task_id: int) -> Task:
    """Return the task as it now stands, locked until the transaction ends. Raises ``Task.DoesNotExist``."""
    row = run(_LOAD, (task_id,)).fetchone()
    if row is None:
        raise Task.DoesNotExist
    return _TASKS.made(row)


def keep_proofs(task: Task, proofs: Iterable[Proof], *, by: Person, at: datetime) -> None:
    """Store what was brought, and which file each of it came with."""
    given = [
        (
            Evidence(task=task, kind=each.kind, place=each.place, happened_on=each.happened_on, by=by, at=at),
            each,
        )
        for each in proofs
    ]
    Evidence.objects.bulk_create(evidence for evidence, _proof in given)
    files = [
        Attachment(evidence=evidence, name=file.name, digest=file.digest, size=file.size, media=file.media)
        for evidence, proof in given
        if (file := proof.attached)
    ]
    if files:
        Attachment.objects.bulk_create(files)


def store(task: Task, changed: Iterable[str]) -> None:
    """Store these fields of a task that is locked."""
    names = tuple(changed)
    run(_update(names), [*_TASKS.values_of(task, names), task.pk])


@cache
def _update(names: tuple[str, ...]) -> Statement:
    """Return the statement that sets these fields; the moves know a few dozen sets of them."""
    places = ", ".join(f"{column} = %s" for column in _TASKS.columns_of(names))
    return for_each_driver(_UPDATE, table=_TASKS.name, places=places)
