"""Appending many at once writes what appending them one by one would have written."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from luoshi.core.chain import canonical, first_fault
from luoshi.ground.ledger.actions import Act, append, append_all
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import story
from luoshi.ground.ledger.verification import verify

AT = datetime(2026, 3, 1, 8, 30, 0, 250, tzinfo=UTC)
ACTS = [
    Act("task:12", "task.accepted", 5, AT, {"说明": "尽快", "on": date(2026, 5, 1)}),
    Act("task:13", "task.drafted", None, AT, {"quote": 'tab\t, "line"\n and \\ backslash'}),
    Act("task:12", "task.reported", 6, AT, {}, for_whom=5),
]


def _written() -> list[tuple[object, ...]]:
    return [tuple(entry.link) for entry in Entry.objects.order_by("id")]


@pytest.mark.django_db
def test_writes_what_single_appends_would() -> None:
    append("task:12", "task.drafted", by=5, at=AT, facts={})
    append_all(ACTS)
    many = _written()
    with transaction.atomic():
        for act in ACTS:
            assert not isinstance(act.facts, str)
            append(
                f"copy-{act.chain}", act.verb, by=act.by, at=act.at, facts=act.facts, for_whom=act.for_whom
            )
    assert [entry.sequence for entry in story("task:12")] == [1, 2, 3]
    assert first_fault(entry.link for entry in story("task:12")) is None
    singles = _written()[len(many) :]
    assert [row[2:7] for row in singles] == [row[2:7] for row in many[1:]]


@pytest.mark.django_db
def test_takes_facts_as_the_text_that_was_made_of_them() -> None:
    append_all(ACTS)
    append_all([act._replace(chain=f"copy-{act.chain}", facts=canonical(act.facts)) for act in ACTS])
    written = _written()
    assert [row[2:7] for row in written[: len(ACTS)]] == [row[2:7] for row in written[len(ACTS) :]]
    assert verify().fault is None


@pytest.mark.django_db
def test_verifies_as_a_whole() -> None:
    append_all(ACTS * 700)
    assert verify().fault is None
    assert verify().entries == len(ACTS) * 700


@pytest.mark.django_db(transaction=True)
def test_refuses_to_stand_outside_a_transaction() -> None:
    with pytest.raises(TransactionManagementError):
        append_all(ACTS)
    assert _written() == []


@pytest.mark.django_db
def test_refuses_an_unknown_verb_before_it_writes_anything() -> None:
    with pytest.raises(LookupError):
        append_all([*ACTS, Act("task:12", "task.vanished", 5, AT, {})])
    assert _written() == []
