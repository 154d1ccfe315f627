"""Many rows into one table, as fast as the database takes them: COPY on PostgreSQL, one prepared statement on SQLite."""

from collections.abc import Iterable, Sequence

from django.db import connection


def insert_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert the rows through the driver itself, inside the caller's transaction.

    ``columns`` are as the database calls them; the values come as the driver takes them
    (``Field.get_db_prep_save`` gives them so). Whatever the table demands stays demanded; errors are Django's.
    """
    connection.validate_no_broken_transaction()
    names = ", ".join(map(connection.ops.quote_name, columns))
    with connection.wrap_database_errors:
        if connection.vendor == "sqlite":
            places = ", ".join("?" * len(columns))
            insert = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608  # names of the model
            connection.connection.executemany(insert, rows)
            return
        with (
            connection.connection.cursor() as cursor,
            cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)


def reserved(table: str, count: int) -> range:
    """Return that many ids for rows of the table, inside the caller's transaction.

    PostgreSQL gives them to nobody else; on SQLite they are the next ones, free while nobody else inserts.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            cursor.execute(f"SELECT setval({sequence}, nextval({sequence}) + %s)", [count - 1])
            last = cursor.fetchone()[0]
            return range(last - count + 1, last + 1)
        cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608  # a name of ours
        first = cursor.fetchone()[0] + 1
        return range(first, first + count)
