"""From an empty directory to the first page, on both databases, with the real server."""

import re
from pathlib import Path

import pytest

from world.databases import Environment, luoshi
from world.site import Fetch, serving

pytestmark = pytest.mark.journey


def _walk(address: str, fetch: Fetch, database: str) -> None:
    assert fetch(f"{address}/healthz") == (200, f'{{"status": "ok", "database": "{database}"}}')
    status, text = fetch(f"{address}/read/")
    assert status == 200
    for static in re.findall(r'(?:href|src)="(/static/[^"]+)"', text):
        assert fetch(address + static)[0] == 200, static
    assert fetch(f"{address}/nowhere")[0] == 404


def test_on_sqlite(site: str, fetch: Fetch) -> None:
    _walk(site, fetch, "sqlite")


@pytest.mark.postgres
def test_on_postgresql(postgres_url: str, tmp_path: Path, fetch: Fetch) -> None:
    with serving(tmp_path, DATABASE_URL=postgres_url) as address:
        _walk(address, fetch, "postgresql")


def test_a_second_start_finds_the_same_key(tmp_path: Path, fetch: Fetch) -> None:
    keys = []
    for _start in range(2):
        with serving(tmp_path, DATABASE_URL="") as address:
            assert fetch(f"{address}/read/")[0] == 200
        keys.append((tmp_path / "keys" / "signing.key").read_text())
    assert keys[0] == keys[1]


def test_the_demo_serves_its_city(tmp_path: Path, fetch: Fetch, capfd: pytest.CaptureFixture[str]) -> None:
    with serving(tmp_path, verb="demo", DATABASE_URL="") as address:
        _walk(address, fetch, "sqlite")
    assert "海州市（虚构）" in capfd.readouterr().out


def test_the_demo_leaves_somebodys_own_data_alone_and_serves_it(
    sqlite_installation: Environment, fetch: Fetch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert luoshi(sqlite_installation, "found", "lj", "临江市机关工委", "机关工委").returncode == 0
    done = luoshi(sqlite_installation, "demo", "--no-serve")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "临江市机关工委" in done.stderr
    with serving(Path(sqlite_installation["LUOSHI_HOME"]), verb="demo", DATABASE_URL="") as address:
        assert fetch(f"{address}/")[0] == 200
    said = capfd.readouterr()
    assert "临江市机关工委" in said.err
    assert "海州市" not in said.out
