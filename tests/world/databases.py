"""Databases of their own for tests whose processes come and go, and a ledger that tests may empty."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db.backends.base.operations import BaseDatabaseOperations

from luoshi.ground.ledger.triggers import TABLES, installing, removing

ROOT = Path(__file__).resolve().parents[2]

Environment = dict[str, str]


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


def luoshi(environment: Environment, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line as an administrator does, and return what came of it."""
    return subprocess.run(
        [sys.executable, "-m", "luoshi.edge.ops", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _prepared(home: Path, url: str) -> Environment:
    environment = {
        **os.environ,
        "LUOSHI_HOME": str(home),
        "DATABASE_URL": url,
        "LUOSHI_LANG": "zh",
        "DJANGO_SETTINGS_MODULE": "luoshi.config.settings",
        "PYTHONPATH": str(ROOT / "tests"),
    }
    assert luoshi(environment, "migrate").returncode == 0
    return environment


@pytest.fixture
def sqlite_installation(tmp_path: Path) -> Environment:
    """Give the environment of a new installation on SQLite."""
    return _prepared(tmp_path, "")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Environment:
    """Give the environment of a new installation, on each database in turn."""
    if request.param == "sqlite":
        return _prepared(tmp_path, "")
    server: str = request.getfixturevalue("postgres_url")
    name = f"luoshi_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return _prepared(tmp_path, urlsplit(server)._replace(path=f"/{name}").geturl())
