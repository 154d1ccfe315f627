"""One consistent look at the whole database while the site goes on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Let every read in the block see the database as it was at the first one; no writer waits for it.

    On PostgreSQL that is a repeatable-read transaction, on SQLite one that takes no write lock (Django's own
    takes it at once). Inside a transaction of the caller there is nothing to do.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                cursor.execute("SELECT count(*) FROM sqlite_schema")
                yield
            finally:
                cursor.execute("ROLLBACK")
