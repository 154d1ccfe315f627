"""Chooses the database: one SQLite file in the data directory, or what ``DATABASE_URL`` names."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

# Write transactions begin by taking the write lock. With SQLite's default, a transaction that
# reads first and writes later fails at once when another writer came between; IMMEDIATE waits.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
# PostgreSQL takes a page read at random for four times as dear as the next one, as on a turning disk. Where all lies
# in memory or on a solid one, it would read whole tables of organizations to name the fifty of a page.
POSTGRESQL_OPTIONS = {"options": "-c random_page_cost=1.1"}


def database(home: Path) -> dict[str, Any]:
    """Return Django's settings of the default database.

    Raises ``ValueError`` when ``DATABASE_URL`` names something that is neither SQLite nor PostgreSQL.
    """
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{home / 'luoshi.sqlite3'}"
    if not url.startswith(("sqlite:", "postgres:", "postgresql:")):
        raise ValueError("DATABASE_URL must begin with sqlite: or postgresql:")
    settings: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if url.startswith("sqlite:"):
        settings["OPTIONS"] = SQLITE_OPTIONS
    else:
        settings["OPTIONS"] = {**POSTGRESQL_OPTIONS, **settings.get("OPTIONS", {})}
    return settings
