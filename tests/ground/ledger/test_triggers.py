"""The database itself refuses to change what was recorded, whoever asks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from luoshi.ground.ledger.actions import append, seal_day
from luoshi.ground.ledger.models import Entry, Seal
from luoshi.ground.ledger.triggers import MESSAGE

AT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db

STATEMENTS = (
    "UPDATE ledger_entry SET verb = 'task.closed'",
    "UPDATE ledger_entry SET id = 99",
    "DELETE FROM ledger_entry",
    "UPDATE ledger_seal SET root = ''",
    "DELETE FROM ledger_seal",
)
OF_SQLITE = (
    "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry",
    """REPLACE INTO ledger_entry SELECT id + 1, chain, sequence, 'task.closed', at, "by", for_whom, facts,
    previous, digest, algorithm FROM ledger_entry""",
    "UPDATE OR REPLACE ledger_entry SET sequence = 1",
    "REPLACE INTO ledger_seal SELECT * FROM ledger_seal",
)
OF_POSTGRESQL = (
    "TRUNCATE ledger_entry",
    "TRUNCATE ledger_seal CASCADE",
    "INSERT INTO ledger_entry SELECT * FROM ledger_entry ON CONFLICT (id) DO UPDATE SET verb = 'task.closed'",
)


@pytest.fixture(autouse=True)
def _one_entry_one_seal() -> Iterator[None]:
    with transaction.atomic():
        append("task:12", "task.dispatched", by=5, at=AT, facts={})
    seal_day(date(2026, 3, 1), at=datetime(2026, 3, 2, 1, tzinfo=UTC))
    before = list(Entry.objects.values()), list(Seal.objects.values())
    yield
    assert (list(Entry.objects.values()), list(Seal.objects.values())) == before


def _refused(statement: str) -> None:
    with pytest.raises(DatabaseError, match=MESSAGE), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_refuse(statement: str) -> None:
    _refused(statement)


def test_refuse_what_only_this_database_can_do() -> None:
    for statement in OF_SQLITE if connection.vendor == "sqlite" else OF_POSTGRESQL:
        _refused(statement)


def test_refuse_what_models_ask() -> None:
    entry = Entry.objects.get()
    entry.verb = "task.closed"
    for change in (entry.save, entry.delete, Seal.objects.all().delete, lambda: Entry.objects.update(by=6)):
        with pytest.raises(DatabaseError, match=MESSAGE), transaction.atomic():
            change()


@pytest.mark.django_db(transaction=True)
def test_migration_takes_them_away_and_brings_them_back() -> None:
    call_command("migrate", "ledger", "0001", verbosity=0)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE ledger_entry SET verb = verb")
    finally:
        call_command("migrate", "ledger", verbosity=0)
    _refused("UPDATE ledger_entry SET verb = 'task.closed'")
