"""Installations of their own, for tests whose processes come and go."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    return prepared(tmp_path, "")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Environment:
    """Give the environment of a new installation, on each database in turn."""
    if request.param == "sqlite":
        return prepared(tmp_path, "")
    return prepared(tmp_path, another_database(request.getfixturevalue("postgres_url")))
