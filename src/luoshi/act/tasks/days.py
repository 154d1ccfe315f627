"""A day as the database writes it, where making a date of every one would cost more than comparing them."""

from typing import Any

from django.db.models import Func, TextField
from django.db.models.sql.compiler import SQLCompiler


class IsoDay(Func):
    """A day in ISO 8601 日期文本, whatever style of dates a PostgreSQL server was set to."""

    template = "CAST(%(expressions)s AS text)"
    output_field = TextField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        """Write it for PostgreSQL."""
        return self.as_sql(compiler, connection, template="to_char(%(expressions)s, 'YYYY-MM-DD')", **context)
