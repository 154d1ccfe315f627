"""On PostgreSQL an entry with a smaller id may appear later: nobody may run ahead of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger import queries
from luoshi.ground.ledger.actions import append, seal_day
from luoshi.ground.ledger.models import Seal
from luoshi.ground.ledger.queries import since

NOON = datetime(2026, 3, 1, 4, tzinfo=UTC)
LATER = datetime(2026, 3, 2, 4, tzinfo=UTC)
SLOW = """
INSERT INTO ledger_entry (chain, sequence, verb, at, facts, previous, digest, algorithm)
VALUES ('task:1', 1, 'task.advanced', '2026-03-01 04:00:00+00:00', '{}', '', '', 'sha256')
"""

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "not __import__('os').environ.get('DATABASE_URL')", reason="SQLite's writers take turns"
    ),
]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[BaseDatabaseWrapper]:
    """Give a second connection that has drawn the first id and not committed it."""
    monkeypatch.setattr(queries, "PATIENCE_SECONDS", 0.05)
    other = connections.create_connection("default")
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute(SLOW)
    with transaction.atomic():
        append("task:2", "task.advanced", by=5, at=NOON, facts={})
    yield other
    other.close()


def test_since_waits_for_the_smaller_id(slow: BaseDatabaseWrapper) -> None:
    assert since(0) == []
    slow.commit()
    assert [entry.chain for entry in since(0)] == ["task:1", "task:2"]


def test_since_does_not_wait_for_what_was_taken_back(slow: BaseDatabaseWrapper) -> None:
    slow.rollback()
    assert [entry.chain for entry in since(0)] == ["task:2"]


def test_a_seal_waits_too(slow: BaseDatabaseWrapper) -> None:
    with pytest.raises(Refusal, match="还有办理正在写入账本"):
        seal_day(date(2026, 3, 1), at=LATER)
    assert not Seal.objects.exists()
    slow.commit()
    assert seal_day(date(2026, 3, 1), at=LATER).count == 2


def test_writers_wait_for_no_reader(slow: BaseDatabaseWrapper) -> None:
    assert since(0) == []
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '100ms'")
    with transaction.atomic():
        assert append("task:2", "task.advanced", by=5, at=NOON, facts={}).sequence == 2
