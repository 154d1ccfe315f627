"""What was backed up comes back the same, from each database into each."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from world.backups import backed_up, changed, digests, entries, lived_in, manifest, text_of
from world.databases import Environment, installed, luoshi

pytestmark = pytest.mark.journey

SQLITE, POSTGRESQL = "sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)


def _new(kind: str, home: Path, request: pytest.FixtureRequest) -> Environment:
    return installed(home, "" if kind == SQLITE else request.getfixturevalue("postgres_url"))


@pytest.mark.parametrize("into", [SQLITE, POSTGRESQL])
@pytest.mark.parametrize("source", [SQLITE, POSTGRESQL])
def test_every_part_comes_back_from_any_database_into_any(
    source: str, into: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    old = lived_in(_new(source, tmp_path / "old", request))
    new = _new(into, tmp_path / "new", request)
    first = backed_up(old, tmp_path / "first")
    restored = luoshi(new, "restore", str(first))
    assert restored.returncode == 0, restored.stderr
    assert "账本核验无误" in restored.stdout
    second = backed_up(new, tmp_path / "second")
    assert digests(second) == digests(first)
    [told] = entries(second)[len(entries(first)) :]
    assert "backup.restored" in told
    assert manifest(second)["database"] == into
    assert "账本完好" in luoshi(new, "verify-ledger").stdout
    # The next number of each table follows the last one restored.
    assert luoshi(new, "found", "Z1", "新设机关工委", "机关工委").returncode == 0


def test_it_is_consistent_while_somebody_writes(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    old = lived_in(_new(SQLITE, tmp_path / "old", request))
    command = [sys.executable, "-m", "world.ledger_writer", "task:901", "task:902", "3000"]
    with subprocess.Popen(
        command, env=old, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdin
        assert writer.stdout
        writer.stdin.write("\n")
        writer.stdin.flush()
        for _line in range(200):
            writer.stdout.readline()
        first = backed_up(old, tmp_path / "first")
        assert writer.poll() is None, "the writer was to write on meanwhile"
        writer.kill()
    found = luoshi(_new(SQLITE, tmp_path / "new", request), "restore", str(first))
    assert found.returncode == 0, found.stderr
    assert [row[0] for row in entries(first)] == list(range(1, len(entries(first)) + 1))


def test_an_older_backup_is_brought_up_to_date(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    first = backed_up(lived_in(_new(SQLITE, tmp_path / "old", request)), tmp_path / "first")
    without = re.sub(r' "jobs\.\d+_\w+",\n', "", text_of(first))
    older = changed(first, tmp_path / "older", manifest__json=without.encode())
    new = _new(SQLITE, tmp_path / "new", request)
    done = luoshi(new, "restore", str(older))
    assert done.returncode == 0, done.stderr
    # A command that needs every table of this version finds it.
    assert luoshi(new, "work").returncode == 0


def test_a_backup_of_a_later_version_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    first = backed_up(lived_in(_new(SQLITE, tmp_path / "old", request)), tmp_path / "first")
    later = text_of(first).replace('"jobs.0001_initial"', '"jobs.0001_initial",\n "jobs.0002_later"')
    newer = changed(first, tmp_path / "newer", manifest__json=later.encode())
    refused = luoshi(_new(SQLITE, tmp_path / "new", request), "restore", str(newer))
    assert refused.returncode == 1
    assert "请先升级" in refused.stderr
