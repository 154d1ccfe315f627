"""A data directory is made once, and closed to other users."""

import stat
from pathlib import Path

from pytest import MonkeyPatch  # noqa: PT013  # only its type is needed

from luoshi.edge.ops.home import home, key_file, signing_key
from luoshi.edge.ops.preparation import write_key


def test_writes_a_key_that_only_its_owner_reads(tmp_path: Path) -> None:
    assert write_key(key_file(tmp_path))
    assert stat.S_IMODE(key_file(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file(tmp_path).parent.stat().st_mode) == 0o700


def test_keeps_the_key_it_has(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.delenv("LUOSHI_SECRET_KEY")
    write_key(key_file(tmp_path))
    first = signing_key(tmp_path)
    assert not write_key(key_file(tmp_path))
    assert signing_key(tmp_path) == first
    assert len(first) >= 50


def test_environment_outranks_the_stored_key(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    write_key(key_file(tmp_path))
    monkeypatch.setenv("LUOSHI_SECRET_KEY", "from-outside")
    assert signing_key(tmp_path) == "from-outside"


def test_there_is_no_key_before_it_was_made(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.delenv("LUOSHI_SECRET_KEY")
    assert signing_key(tmp_path) == ""


def test_home_is_var_unless_named(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOSHI_HOME")
    assert home() == tmp_path / "var"
    monkeypatch.setenv("LUOSHI_HOME", "elsewhere")
    assert home() == tmp_path / "elsewhere"
