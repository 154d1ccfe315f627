"""Appending: in the caller's transaction, known verbs only, one place after the other."""

import os
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from luoshi.core.chain import GENESIS, UnknownAlgorithm, first_fault
from luoshi.ground.ledger.actions import append
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import since, story
from luoshi.ground.ledger.verbs import VERBS

AT = datetime(2026, 3, 1, 8, 30, 0, 250, tzinfo=UTC)


def _append(chain: str = "task:12", verb: str = "task.dispatched", **others: Any) -> Entry:
    given: dict[str, Any] = {"by": 5, "at": AT, "facts": {"to": 8}, **others}
    return append(chain, verb, **given)


@pytest.mark.django_db
def test_numbers_each_chain_from_one_and_links_it() -> None:
    first, other, second = _append(), _append("task:13"), _append(verb="task.accepted")
    assert [each.sequence for each in (first, other, second)] == [1, 1, 2]
    assert [first.previous, other.previous, second.previous] == [GENESIS, GENESIS, first.digest]
    assert first_fault(each.link for each in story("task:12")) is None


@pytest.mark.django_db
def test_returns_what_it_stored() -> None:
    returned = _append(for_whom=4, facts={"to": 8, "on": date(2026, 5, 1), "说明": "尽快"})
    [stored] = story("task:12")
    assert returned == stored
    assert (returned.link, returned.facts) == (stored.link, stored.facts)
    assert stored.facts == {"to": 8, "on": "2026-05-01", "说明": "尽快"}
    assert (stored.by, stored.for_whom, stored.at) == (5, 4, AT)
    assert str(stored) == "task:12#1 task.dispatched"


@pytest.mark.django_db
def test_policy_acts_for_nobody() -> None:
    assert (_append(by=None).by, story("task:12")[0].by) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_refuses_to_stand_outside_the_transaction_of_what_it_records() -> None:
    with pytest.raises(TransactionManagementError):
        _append()
    assert story("task:12") == []


@pytest.mark.django_db(transaction=True)
def test_goes_when_what_it_records_goes() -> None:
    with transaction.atomic():
        _append()
        transaction.set_rollback(True)
    assert story("task:12") == []
    with transaction.atomic():
        assert _append().sequence == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"verb": "task.finished"}, LookupError),
        ({"chain": "task"}, ValueError),
        ({"chain": "task:"}, ValueError),
        ({"chain": ":12"}, ValueError),
        ({"chain": "task:" + "1" * 96}, ValueError),
        ({"at": datetime(2026, 3, 1)}, ValueError),  # noqa: DTZ001  # refused for it
        ({"facts": {"share": 0.5}}, TypeError),
        ({"facts": {"note": "\0"}}, ValueError),
    ],
)
def test_refuses_what_it_cannot_keep(given: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        _append(**given)
    assert since(0) == []


@pytest.mark.django_db
def test_both_digests_may_follow_each_other(settings: Any) -> None:
    _append()
    settings.LUOSHI_DIGEST = "sm3"
    assert _append().algorithm == "sm3"
    assert first_fault(each.link for each in story("task:12")) is None


@pytest.mark.django_db
def test_an_unknown_digest_is_refused(settings: Any) -> None:
    settings.LUOSHI_DIGEST = "md5"
    with pytest.raises(UnknownAlgorithm):
        _append()


@pytest.mark.django_db
def test_since_gives_what_came_after_in_order() -> None:
    entries = [_append(f"task:{number % 3}") for number in range(7)]
    assert since(0) == entries
    assert since(entries[2].id) == entries[3:]
    assert since(entries[2].id, limit=2) == entries[3:5]
    assert since(entries[-1].id) == []


@pytest.mark.django_db
def test_these_tests_run_on_the_database_that_was_asked_for() -> None:
    asked = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
    assert connection.vendor == asked


def test_verbs_are_subject_and_past() -> None:
    assert VERBS
    assert [
        verb for verb in VERBS if verb.count(".") != 1 or not verb.replace(".", "").replace("_", "").isalpha()
    ] == []
    endings = ("ed", "founded", "given", "sent", "seen", "met", "split", "taken", "withdrawn", "held")
    # The past may stand before the end, as in looked_back.
    words = {verb: verb.split(".")[1].split("_") for verb in VERBS}
    assert [verb for verb in VERBS if not any(word.endswith(endings) for word in words[verb])] == []
