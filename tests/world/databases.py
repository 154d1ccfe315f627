"""Installations of their own, for tests whose processes come and go."""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from luoshi.edge.ops.home import contacts_key_file, key_file
from luoshi.edge.ops.preparation import write_key

from .postgres import another_database

ROOT = Path(__file__).resolve().parents[2]

Environment = dict[str, str]


def luoshi(environment: Environment, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line as an administrator does, and return what came of it."""
    return subprocess.run(
        [sys.executable, "-m", "luoshi.edge.ops", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def prepared(home: Path, url: str) -> Environment:
    """Make a new installation and return the environment in which its programs run."""
    environment = _environment(home, url)
    assert luoshi(environment, "migrate").returncode == 0
    return environment


def installed(home: Path, server: str = "") -> Environment:
    """Make a new installation, with keys of its own, from a copy of one that was prepared before.

    ``server`` is the address of a PostgreSQL server, which gets another database; without it, it is on SQLite.
    """
    pattern, name = _pattern(server)
    shutil.copytree(pattern.name, home, ignore=shutil.ignore_patterns("keys"), dirs_exist_ok=True)
    write_key(key_file(home))
    write_key(contacts_key_file(home))
    return _environment(home, another_database(server, name) if server else "")


def migrated(server: str) -> str:
    """Return the name of a database on that PostgreSQL server which has every table, to be copied and left as it is."""
    return _pattern(server)[1]


@cache
def _pattern(server: str) -> "tuple[tempfile.TemporaryDirectory[str], str]":
    """Prepare one installation that nobody uses; return its directory, and the name of its database on that server."""
    home = tempfile.TemporaryDirectory(prefix="luoshi-pattern-")
    url = another_database(server) if server else ""
    prepared(Path(home.name), url)
    return home, urlsplit(url).path[1:]


def _environment(home: Path, url: str) -> Environment:
    return {
        **os.environ,
        "LUOSHI_HOME": str(home),
        "DATABASE_URL": url,
        "LUOSHI_LANG": "zh",
        "DJANGO_SETTINGS_MODULE": "luoshi.config.settings",
        "PYTHONPATH": str(ROOT / "tests"),
    }


@pytest.fixture
def sqlite_installation(tmp_path: Path) -> Environment:
    """Give the environment of a new installation on SQLite."""
    return installed(tmp_path)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Environment:
    """Give the environment of a new installation, on each database in turn."""
    return installed(tmp_path, "" if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
