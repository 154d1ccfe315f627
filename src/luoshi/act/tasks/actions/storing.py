"""How a task is loaded under its lock, and how what a move changed is stored."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from luoshi.ground.people.models import Person
from luoshi.ground.statements import for_each_driver, run

from ..models import Attachment, Evidence, Task
from ..proof import Proof

_ABOUT = Task._meta  # noqa: SLF001  # the documented way to a model's columns, whatever its name looks like
_TABLE = _ABOUT.db_table
_FIELDS = {field.name: field for field in _ABOUT.concrete_fields}
_NAMES = [field.attname for field in _FIELDS.values()]
_COLUMNS = ", ".join(f'"{field.column}"' for field in _FIELDS.values())
_LOAD = for_each_driver(f"SELECT {_COLUMNS} FROM {_TABLE} WHERE id = %s")  # noqa: S608  # names only
# SQLite has one writer at a time, and a transaction there is the writer from its first statement.
_LOAD["postgresql"] += " FOR UPDATE"


def locked(task_id: int) -> Task:
    """Return the task as it now stands, locked until the transaction ends. Raises ``Task.DoesNotExist``."""
    row = run(_LOAD, (task_id,)).fetchone()
    if row is None:
        raise Task.DoesNotExist
    values = list(row)
    for place, expression, converters in _converters():
        for convert in converters:
            values[place] = convert(values[place], expression, connection)
    return Task.from_db(connection.alias, _NAMES, values)


@cache
def _converters() -> list[tuple[int, Any, list[Any]]]:
    """Return, for every place whose stored value is not the field's own, what turns the one into the other."""
    found = []
    for place, field in enumerate(_FIELDS.values()):
        column = field.get_col(_TABLE)
        converters = connection.ops.get_db_converters(column) + field.get_db_converters(connection)
        if converters:
            found.append((place, column, converters))
    return found


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
    fields = [_FIELDS[name] for name in changed]
    values = [field.get_db_prep_save(getattr(task, field.attname), connection) for field in fields]
    run(_update(tuple(field.column for field in fields)), [*values, task.pk])


@cache
def _update(columns: tuple[str, ...]) -> dict[str, str]:
    """Return the statement that sets these columns; the moves know a few dozen sets of them."""
    places = ", ".join(f'"{column}" = %s' for column in columns)
    return for_each_driver(f"UPDATE {_TABLE} SET {places} WHERE id = %s")  # noqa: S608  # names only
