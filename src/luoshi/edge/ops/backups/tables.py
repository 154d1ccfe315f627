"""Which tables a backup holds, and how their rows are written: the names of the columns, then a line for each row, as JSON lists.

The spelling is that of no database, so that a backup from SQLite is restored into PostgreSQL and back.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.apps.registry import Apps
from django.db import connection
from django.db.models import Field, JSONField, Model

# Made anew by every installation, or of no use to another: sessions would let people in who had left, and
# a job's files stay behind.
LEFT_OUT = frozenset(
    {
        "contenttypes.contenttype",
        "auth.permission",
        "auth.group",
        "auth.group_permissions",
        "sessions.session",
        "usersessions.usersession",
        "jobs.job",
        "jobs.jobline",
    }
)
CHUNK = 2000


def models_of(apps: Apps) -> list[type[Model]]:
    """Return the models whose rows a backup holds, by label; of the site, or of a moment in its migrations."""
    found = [each for each in apps.get_models(include_auto_created=True) if _has_rows_of_its_own(each)]
    return sorted(found, key=lambda model: model._meta.label_lower)  # noqa: SLF001  # public by Django's documents


def _has_rows_of_its_own(model: type[Model]) -> bool:
    meta = model._meta  # noqa: SLF001  # as above
    return not meta.proxy and meta.managed and meta.label_lower not in LEFT_OUT


def columns_of(model: type[Model]) -> "dict[str, Field[Any, Any]]":
    """Return the fields that have a column, by the column's name."""
    return {str(field.column): field for field in model._meta.local_concrete_fields}  # noqa: SLF001  # as above


def header(model: type[Model]) -> bytes:
    """Return the first line of a table: the names of its columns."""
    return _encode(list(columns_of(model))).encode() + b"\n"


def lines(model: type[Model]) -> Iterator[bytes]:
    """Stream the rows of a model, by primary key."""
    names = [field.attname for field in columns_of(model).values()]
    rows = model._base_manager.order_by("pk").values_list(*names)  # noqa: SLF001  # the one that hides no row
    for row in rows.iterator(chunk_size=CHUNK):
        yield _encode(row).encode() + b"\n"


def rows(model: type[Model], table: Iterable[bytes]) -> tuple[list[str], Iterator[list[Any]]]:
    """Return the columns of a table and its rows as this database's driver takes them.

    The order is that of the backup: a model has its fields in one order, and in another where it is made from
    migrations. Raises ``KeyError`` for a column that there is not and ``ValueError`` for what is no row.
    """
    source = iter(table)
    names: list[str] = json.loads(next(source))
    known = columns_of(model)
    fields = [known[name] for name in names]
    return names, (
        [_value(field, told) for field, told in zip(fields, json.loads(line), strict=True)] for line in source
    )


def insert(model: type[Model], columns: list[str], batch: Iterable[list[Any]]) -> None:
    """Write rows as they are, past every default and hook: COPY on PostgreSQL, one statement on SQLite."""
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))  # noqa: SLF001  # as above
    with connection.wrap_database_errors:
        if connection.vendor == "sqlite":
            places = ", ".join("?" * len(columns))
            statement = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608  # names of our own tables
            connection.connection.executemany(statement, batch)
            return
        with (
            connection.connection.cursor() as cursor,
            cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
        ):
            for row in batch:
                copy.write_row(row)


def _value(field: "Field[Any, Any]", told: Any) -> Any:
    kept = told if isinstance(field, JSONField) or told is None else field.to_python(told)
    return field.get_db_prep_save(kept, connection)


def _spelled(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no spelling in a backup")


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_spelled).encode
