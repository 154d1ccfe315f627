"""A move costs a known number of statements."""

from collections.abc import Callable

import pytest
from django.db import connection

from luoshi.act.tasks import actions
from luoshi.act.tasks.proof import Proof
from world.ground import AT
from world.loop import PROOF, cast

pytestmark = [
    pytest.mark.django_db,
    # SQLite tells of every statement, those that go to the driver included; they are the same on PostgreSQL.
    pytest.mark.skipif(
        "connection.vendor != 'sqlite'", reason="only SQLite's driver tells of every statement"
    ),
]


def _statements(act: Callable[[], object]) -> list[str]:
    seen: list[str] = []
    connection.connection.set_trace_callback(seen.append)
    try:
        act()
    finally:
        connection.connection.set_trace_callback(None)
    # A statement that sets off a trigger is told once more, in the same words.
    return [
        each.split()[0]
        for each in dict.fromkeys(seen)
        if each.split()[0] not in {"SAVEPOINT", "RELEASE", "--"}
    ]


def test_a_move_loads_asks_who_acts_saves_and_appends_to_the_head() -> None:
    who = cast()
    task = who.dispatched()
    made = _statements(lambda: actions.accept(task, by=who.owner, at=AT))
    assert made == ["SELECT", "SELECT", "UPDATE", "SELECT", "INSERT"]


def test_any_number_of_proofs_is_one_statement_more() -> None:
    who = cast()
    task = who.accepted()
    given = [PROOF, Proof("会议纪要", "第3期"), Proof("现场照片")]
    made = _statements(lambda: actions.report(task, by=who.owner, at=AT, note="已经印发", proofs=given))
    assert made == ["SELECT", "SELECT", "UPDATE", "INSERT", "SELECT", "INSERT"]
