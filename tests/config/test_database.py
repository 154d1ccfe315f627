"""SQLite unless told otherwise, set up so that writers wait for each other."""

import sqlite3
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler

from luoshi.config.database import database


def test_is_a_file_in_the_data_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    settings = database(tmp_path)
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == str(tmp_path / "luoshi.sqlite3")


def test_is_what_the_address_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://writer:secret@db.example:5433/city")
    settings = database(tmp_path)
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", 5433, "city")
    assert settings["OPTIONS"] == {"options": "-c random_page_cost=1.1"}


def test_what_the_address_says_of_options_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql://writer:secret@db.example/city?options=-c%20random_page_cost%3D4&sslmode=require"
    monkeypatch.setenv("DATABASE_URL", address)
    assert database(tmp_path)["OPTIONS"] == {"options": "-c random_page_cost=4", "sslmode": "require"}


def test_refuses_a_third_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://somewhere/city")
    with pytest.raises(ValueError, match="sqlite: or postgresql:"):
        database(tmp_path)


@pytest.mark.django_db
def test_a_transaction_takes_the_write_lock_before_its_first_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    ours = ConnectionHandler({"default": database(tmp_path)})["default"]
    ours.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    other = sqlite3.connect(tmp_path / "luoshi.sqlite3", timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    ours.rollback()
    other.execute("BEGIN IMMEDIATE")
    other.close()
    ours.close()
