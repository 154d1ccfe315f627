"""Sealing: once a day, after the day, in order; and what a seal proves."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from luoshi.core.chain import proves
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append, seal_day
from luoshi.ground.ledger.models import Entry, Seal
from luoshi.ground.ledger.queries import inclusion_proof

DAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 4, tzinfo=UTC)
AFTER = datetime(2026, 3, 1, 16, 5, tzinfo=UTC)  # five past midnight in Beijing

pytestmark = pytest.mark.django_db


def _append(at: datetime, times: int = 1) -> list[Entry]:
    return [append("task:12", "task.advanced", by=5, at=at, facts={"n": number}) for number in range(times)]


def test_covers_what_was_recorded_that_day_and_no_later() -> None:
    entries = _append(NOON, 5)
    _append(AFTER, 2)
    seal = seal_day(DAY, at=AFTER)
    assert (seal.first, seal.last, seal.count) == (1, entries[-1].id, 5)
    assert seal_day(DAY + timedelta(1), at=AFTER + timedelta(1)).count == 2


def test_sealing_again_changes_nothing() -> None:
    _append(NOON)
    seal = seal_day(DAY, at=AFTER)
    _append(AFTER)
    assert seal_day(DAY, at=AFTER + timedelta(3)) == seal
    assert Seal.objects.get().link == seal.link


def test_a_day_without_entries_is_sealed_too() -> None:
    first, second = seal_day(DAY, at=AFTER), seal_day(DAY + timedelta(1), at=AFTER + timedelta(1))
    assert (first.count, second.count, second.previous) == (0, 0, first.digest)


def test_missed_days_fall_to_the_next_seal() -> None:
    _append(NOON, 2)
    _append(NOON + timedelta(1), 3)
    assert seal_day(DAY + timedelta(4), at=AFTER + timedelta(4)).count == 5


def test_a_day_that_is_not_over_is_refused() -> None:
    with pytest.raises(Refusal, match="2026-03-01 还没有过完"):
        seal_day(DAY, at=AFTER - timedelta(minutes=6))


def test_an_earlier_day_is_refused() -> None:
    seal_day(DAY, at=AFTER)
    with pytest.raises(Refusal, match="2026-02-27 之后的 2026-03-01 已经封存"):
        seal_day(DAY - timedelta(2), at=AFTER)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 13])
def test_each_entry_has_its_proof(count: int) -> None:
    _append(NOON, 3)
    seal_day(DAY, at=AFTER)
    entries = _append(NOON + timedelta(1), count)
    seal = seal_day(DAY + timedelta(1), at=AFTER + timedelta(1))
    for entry in entries:
        proof = inclusion_proof(entry)
        assert proof
        assert proof.seal == seal.link
        assert proves(proof)
        assert not proves(replace(proof, link=proof.link._replace(by=6)))


def test_an_entry_that_is_not_sealed_has_no_proof_yet() -> None:
    [entry] = _append(NOON)
    assert inclusion_proof(entry) is None
