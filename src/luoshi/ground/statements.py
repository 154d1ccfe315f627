"""Statements written by hand, for the little that every move of a task reads and writes.

They go to the driver itself, because Django's way there costs several times what the statement does.
Errors are Django's all the same.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection

Statement = dict[str, str]
# What a primary key can hold; a greater number from an address is the key of nothing.
LARGEST_ID = 2**63 - 1


def for_each_driver(text: str, **parts: object) -> Statement:
    """Return the statement, whose places are written ``%s``, in the spelling of each driver.

    ``parts`` are names and conditions of ours that stand in it as ``{name}``; what people typed never does.
    """
    whole = text.format_map(parts) if parts else text
    return {"sqlite": whole.replace("%s", "?"), "postgresql": whole}


def run(statement: Statement, parameters: Sequence[Any]) -> Any:
    """Run the statement with values as the driver takes them; return the driver's cursor."""
    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    with connection.wrap_database_errors:
        return connection.connection.execute(statement[connection.vendor], parameters)
