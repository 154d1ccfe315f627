"""A model's table for statements written by hand: its columns, and its rows made into objects and back.

Django puts a statement together anew each time, which costs many times what the database takes to answer it.
What every page and every move asks is therefore written once, and comes back as the same objects.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Field, Model

Row = TypeVar("Row", bound=Model)


class StoredTable(Generic[Row]):
    """The table of one model 数据表."""

    def __init__(self, model: type[Row]) -> None:
        about = model._meta  # noqa: SLF001  # the documented way to a model's columns, whatever its name looks like
        self._model, self.name = model, about.db_table
        self._fields: dict[str, Field[Any, Any]] = {field.name: field for field in about.concrete_fields}
        self._attributes = [field.attname for field in self._fields.values()]

    @property
    def attributes(self) -> list[str]:
        """What the columns are called in an object, in the table's order."""
        return list(self._attributes)

    def columns(self, called: str = "") -> str:
        """Return all columns as a SELECT takes them, of the table under the name that it has there."""
        place = f"{called}." if called else ""
        return ", ".join(f"{place}{column}" for column in self.columns_of())

    def columns_of(self, names: Iterable[str] | None = None) -> list[str]:
        """Return the columns of these fields, or of all, as a statement names them."""
        return [f'"{self._fields[name].column}"' for name in (self._fields if names is None else names)]

    def values_of(self, one: Row, names: Iterable[str] | None = None) -> list[object]:
        """Return what the object holds in these fields, or in all, as the driver takes it."""
        fields = self._fields.values() if names is None else [self._fields[name] for name in names]
        return [field.get_db_prep_save(getattr(one, field.attname), connection) for field in fields]

    def made(self, values: Sequence[object]) -> Row:
        """Return the object of one row, given by the driver in the order of the columns."""
        row = list(values)
        for place, column, converters in self._converters:
            for convert in converters:
                row[place] = convert(row[place], column, connection)
        return self._model.from_db(connection.alias, self._attributes, row)

    @cached_property
    def _converters(self) -> list[tuple[int, Any, list[Any]]]:
        """For every place whose stored value is not the field's own, what turns the one into the other."""
        found = []
        for place, field in enumerate(self._fields.values()):
            column = field.get_col(self.name)
            converters = connection.ops.get_db_converters(column) + field.get_db_converters(connection)
            if converters:
                found.append((place, column, converters))
        return found

    def __len__(self) -> int:
        return len(self._attributes)


def apart(row: Sequence[object], *tables: StoredTable[Any]) -> list[Any]:
    """Return one object for each table, whose columns follow each other in the row; none where an outer join found none."""
    made, start = [], 0
    for table in tables:
        values = row[start : start + len(table)]
        # The primary key is a model's first column.
        made.append(None if values[0] is None else table.made(values))
        start += len(table)
    return made
