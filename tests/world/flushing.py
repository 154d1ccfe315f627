"""Lets tests empty the ledger, which nobody else may."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations

from luoshi.ground.ledger.triggers import TABLES, installing, removing


@pytest.fixture(scope="session", autouse=True)
def _ledger_may_be_flushed() -> Iterator[None]:
    """Lift the ledger's triggers while Django empties the database after a test that commits."""
    original = BaseDatabaseOperations.execute_sql_flush

    def flush(operations: Any, statements: list[str]) -> None:
        connection = operations.connection
        if not any(table in statement for table in TABLES for statement in statements):
            original(operations, statements)
            return
        original(operations, [*removing(connection.vendor), *statements, *installing(connection.vendor)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
        yield
