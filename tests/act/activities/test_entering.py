"""Many activities at once: all or nothing, each once, the same in the ledger as one by one."""

from datetime import date, timedelta

import pytest

from luoshi.act.activities import refusals
from luoshi.act.activities.actions import enter, record
from luoshi.act.activities.queries import attendance_of, held, life, telling_of
from luoshi.act.activities.telling import Telling
from luoshi.core.refusals import Refusal
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.ledger.queries import story
from world.ground import AT
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db


def _year(who: Branch) -> list[Telling]:
    return [
        who.telling(held_on=date(2025, month, 5), topic=f"{month}月主题党日", attendees=who.with_absent())
        for month in range(1, 13)
    ]


def test_a_year_is_entered_and_entering_it_again_changes_nothing() -> None:
    who = branch()
    told: list[int] = []
    outcome = enter(_year(who), by=who.secretary, at=AT, tell=told.append)
    assert (outcome.new, outcome.known, told) == (12, 0, [12])
    assert len(held(who.branch, 2025)) == 24
    again = enter([*_year(who), who.telling()], by=who.secretary, at=AT)
    assert (again.new, again.known) == (1, 12)


def test_entered_and_recorded_are_the_same() -> None:
    who = branch()
    enter([who.telling()], by=who.secretary, at=AT)
    [(entered, _kinds)] = life(who.branch, 2026)
    other = branch("二")
    recorded = record(other.telling(), by=other.secretary, at=AT)
    first, second = story(entered.chain)[0], story(recorded.chain)[0]
    assert set(first.facts) == set(second.facts)
    assert [each.capacity for each in attendance_of(entered)] == [
        each.capacity for each in attendance_of(recorded)
    ]
    assert telling_of(entered).told() == who.telling().told()


def test_listed_twice_it_is_entered_once() -> None:
    who = branch()
    assert enter([who.telling(), who.telling()], by=who.secretary, at=AT).new == 1


def test_one_that_cannot_be_keeps_all_out() -> None:
    who = branch()
    for changes, expected in (
        ({"held_on": AT.date() + timedelta(days=9)}, refusals.FUTURE),
        ({"kinds": frozenset({ActivityKind.TALK})}, refusals.NO_TABLE_FOR_TALK),
    ):
        with pytest.raises(Refusal) as caught:
            enter([who.telling(), who.telling(**changes)], by=who.secretary, at=AT)
        assert caught.value.sentence == expected
    assert life(who.branch, 2026) == []
