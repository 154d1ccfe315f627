"""Verifying finds what was changed behind the triggers, and names it."""

import tracemalloc
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from luoshi.ground.ledger.actions import append, seal_day
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.triggers import removing
from luoshi.ground.ledger.verification import extent, verify

DAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 4, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def _write(days: int = 3) -> None:
    """Write six entries a day into three chains, and seal each day but the last."""
    for day in range(days):
        for number in range(6):
            at = NOON + timedelta(day, number)
            append(f"task:{number % 3}", "task.advanced", by=5, at=at, facts={"n": number, "说明": "已办"})
    for day in range(days - 1):
        seal_day(DAY + timedelta(day), at=NOON + timedelta(day + 1))


def _tamper(*statements: str) -> None:
    """Do what an intruder with the database's password does."""
    with connection.cursor() as cursor:
        for statement in [*removing(connection.vendor), *statements]:
            cursor.execute(statement)


def _found(start: date | None = None) -> str:
    return str(verify(start=start).fault)


def test_a_sound_ledger_is_counted() -> None:
    _write()
    verdict = verify()
    assert (verdict.entries, verdict.seals, verdict.fault) == (18, 2, None)


def test_an_empty_ledger_is_sound() -> None:
    assert (verify().entries, verify().fault, verify().last_seal) == (0, None, None)


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'task.closed'",
        '"by" = 6',
        "for_whom = 6",
        "facts = '{}'",
        "facts = 'no JSON'",
        "at = '2026-03-02 00:00:00+00:00'",
        "digest = previous",
        "algorithm = 'sm3'",
    ],
)
def test_a_changed_entry_is_named(change: str) -> None:
    _write()
    _tamper(f"UPDATE ledger_entry SET {change} WHERE chain = 'task:1' AND sequence = 3")  # noqa: S608  # our own words
    assert _found().startswith("账本被改：task:1 第 3 条记录")


def test_a_previous_digest_that_is_another_is_named() -> None:
    _write()
    _tamper("UPDATE ledger_entry SET previous = digest WHERE chain = 'task:1' AND sequence = 3")
    assert _found().startswith("账本断链：task:1 第 3 条记录")


def test_a_deleted_entry_is_named() -> None:
    _write()
    _tamper("DELETE FROM ledger_entry WHERE chain = 'task:1' AND sequence = 3")
    assert _found().startswith("账本有缺：task:1 的第 3 条记录不见了，后面是第 4 条")


def test_a_deleted_end_of_a_chain_is_missed_by_the_seal() -> None:
    _write()
    _tamper("DELETE FROM ledger_entry WHERE chain = 'task:1' AND sequence >= 4")
    assert _found().startswith("账本与日封不符：2026-03-02 封存了 6 条记录，账本里现有 5 条")


def test_a_chain_written_anew_is_missed_by_the_seal() -> None:
    _write()
    [last] = Entry.objects.filter(chain="task:1", sequence=4)
    _tamper(f"DELETE FROM ledger_entry WHERE chain = 'task:1' AND sequence >= {last.sequence}")  # noqa: S608  # a number
    append("task:1", "task.closed", by=6, at=NOON, facts={})
    _tamper_again = f"UPDATE ledger_entry SET id = {last.id} WHERE chain = 'task:1' AND sequence = 4"  # noqa: S608  # a number
    with connection.cursor() as cursor:
        cursor.execute(_tamper_again)
    assert _found().startswith("账本与日封不符：2026-03-02 封存的记录与账本里现有的不一样")


def test_a_changed_seal_is_named() -> None:
    _write()
    _tamper("UPDATE ledger_seal SET count = 5 WHERE day = '2026-03-02'")
    assert _found().startswith("日封被改：2026-03-02")


def test_a_deleted_seal_is_named() -> None:
    _write()
    _tamper("DELETE FROM ledger_seal WHERE day = '2026-03-01'")
    assert _found().startswith("日封断链：2026-03-02")


def test_begins_where_it_is_told() -> None:
    _write(4)
    verdict = verify(start=DAY + timedelta(1))
    assert (verdict.entries, verdict.seals, verdict.fault) == (18, 2, None)
    _tamper("UPDATE ledger_entry SET verb = 'task.closed' WHERE chain = 'task:1' AND sequence = 2")
    assert "task:1 第 2 条" in _found()
    assert _found(start=DAY + timedelta(1)) == "None"


def test_what_follows_the_beginning_must_follow_what_stands_there() -> None:
    _write(4)
    _tamper("DELETE FROM ledger_entry WHERE chain = 'task:1' AND sequence = 3")
    assert "task:1 的第 3 条记录不见了" in _found(start=DAY + timedelta(1))


@pytest.mark.parametrize("start", [None, DAY, DAY + timedelta(1), DAY + timedelta(9)])
def test_tells_of_every_step(start: date | None) -> None:
    _write()
    steps: list[int] = []
    verify(start=start, advance=steps.append)
    assert sum(steps) == extent(start)


def test_memory_does_not_grow_with_the_ledger() -> None:
    def peak() -> int:
        tracemalloc.start()
        verify()
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    def write(count: int) -> None:
        for number in range(count):
            append(f"task:{number % 50}", "task.advanced", by=5, at=NOON, facts={"n": number})

    write(4000)
    verify()
    small = peak()
    write(8000)
    assert peak() < small * 1.3
