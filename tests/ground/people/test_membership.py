"""Membership begins on probation, becomes full, ends: with its day, and at the end one of a few causes."""

from datetime import date, timedelta

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from luoshi.ground.people import refusals
from luoshi.ground.people.actions import admit, become_full, stop
from luoshi.ground.people.models import Standing
from world.ground import AT, TODAY, plant, somebody

pytestmark = pytest.mark.django_db


def test_from_probation_to_full_to_none() -> None:
    home = plant("第一党支部")
    person = somebody("甲")
    admit(person, home=home, on=date(2025, 1, 5), by=None, at=AT)
    become_full(person, on=date(2026, 1, 5), by=None, at=AT)
    person.refresh_from_db()
    assert (person.standing, person.joined_on, person.home) == (Standing.FULL, date(2025, 1, 5), home)
    stopped = stop(person, on=TODAY, by=None, at=AT)
    assert (stopped.standing, stopped.joined_on, stopped.home) == (Standing.NONE, None, None)
    entries = story(person.chain)
    assert [entry.verb for entry in entries[1:]] == ["person.admitted", "person.confirmed", "person.stopped"]
    facts = {"on": str(TODAY), "cause": "lapsed", "standing": "full", "home": home.code}
    assert entries[-1].facts == facts


def test_each_needs_the_standing_before_it() -> None:
    home = plant("第一党支部")
    member, stranger = somebody("甲", home), somebody("乙")
    with pytest.raises(Refusal) as caught:
        admit(member, home=home, on=TODAY, by=None, at=AT)
    assert caught.value.sentence == refusals.MEMBER_ALREADY
    with pytest.raises(Refusal) as caught:
        admit(stranger, home=home, on=TODAY + timedelta(days=1), by=None, at=AT)
    assert caught.value.sentence == refusals.STILL_TO_COME
    with pytest.raises(Refusal) as caught:
        become_full(member, on=TODAY, by=None, at=AT)
    assert caught.value.sentence == refusals.NOT_ON_PROBATION
    with pytest.raises(Refusal) as caught:
        stop(stranger, on=TODAY, by=None, at=AT)
    assert caught.value.sentence == refusals.NOT_MEMBER
    admit(stranger, home=home, on=TODAY, by=None, at=AT)
    with pytest.raises(Refusal) as caught:
        become_full(stranger, on=TODAY - timedelta(days=1), by=None, at=AT)
    assert caught.value.sentence == refusals.TOO_EARLY_A_DAY
