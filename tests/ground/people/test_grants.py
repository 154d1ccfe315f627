"""Standing in: for whom, for how long, and how far it reaches."""

from datetime import date

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.people.actions import assume, give_grant, revoke_grant
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import reach, reaches
from world.ground import AT, TODAY, plant, post, somebody

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 10)


def _holder(name: str, place: str) -> Person:
    person = somebody(name)
    assume(post(plant(place)), person=person, from_on=date(2026, 1, 1), by=None, at=AT)
    return person


def test_nobody_stands_in_for_himself() -> None:
    holder = _holder("林一", "甲")
    with pytest.raises(Refusal, match="“林一”不能授权自己代办：请另选"):
        give_grant(holder, stand_in=holder, from_on=FIRST, until_on=LAST, by=None, at=AT)


def test_grants_do_not_overlap() -> None:
    holder, first, second = _holder("林一", "甲"), somebody("林二"), somebody("林三")
    give_grant(holder, stand_in=first, from_on=FIRST, until_on=LAST, by=None, at=AT)
    with pytest.raises(Refusal, match="“林一”在 2026-03-01 至 2026-03-10 已授权“林二”代办"):
        give_grant(holder, stand_in=second, from_on=LAST, until_on=date(2026, 4, 1), by=None, at=AT)
    give_grant(holder, stand_in=second, from_on=date(2026, 3, 11), until_on=date(2026, 4, 1), by=None, at=AT)


def test_a_grant_needs_a_post_and_an_end_after_its_beginning() -> None:
    nobody, other = somebody("林一"), somebody("林二")
    with pytest.raises(Refusal, match="没有担任岗位"):
        give_grant(nobody, stand_in=other, from_on=FIRST, until_on=LAST, by=None, at=AT)
    with pytest.raises(Refusal, match="结束日期 2026-03-01 早于开始日期 2026-03-10"):
        give_grant(nobody, stand_in=other, from_on=LAST, until_on=FIRST, by=None, at=AT)


def test_reach_is_what_posts_and_grants_cover_and_a_grant_is_not_passed_on() -> None:
    first, second, third = _holder("林一", "甲"), _holder("林二", "乙"), _holder("林三", "丙")
    give_grant(first, stand_in=second, from_on=FIRST, until_on=LAST, by=None, at=AT)
    give_grant(second, stand_in=third, from_on=FIRST, until_on=LAST, by=None, at=AT)
    [a], [b], [c] = (reach(person, date(2026, 2, 28)) for person in (first, second, third))
    assert reach(first, TODAY) == (a,)
    assert reach(second, TODAY) == tuple(sorted((a, b)))
    assert reach(third, TODAY) == tuple(sorted((b, c)))
    assert reach(second, date(2026, 3, 11)) == (b,)
    assert reaches(second, a + "0001", TODAY)
    assert not reaches(first, b, TODAY)


def test_what_a_wider_post_covers_is_not_named_twice() -> None:
    root = plant("root")
    branch = plant("branch", root)
    person = somebody("林一")
    for organization in (branch, root):
        assume(post(organization), person=person, from_on=date(2026, 1, 1), by=None, at=AT)
    assert reach(person, TODAY) == (root.path,)


def test_a_revoked_grant_reaches_nothing_and_makes_room() -> None:
    holder, other = _holder("林一", "甲"), somebody("林二")
    grant = give_grant(holder, stand_in=other, from_on=FIRST, until_on=LAST, by=None, at=AT)
    later = give_grant(
        holder, stand_in=other, from_on=date(2026, 5, 1), until_on=date(2026, 5, 9), by=None, at=AT
    )
    revoke_grant(grant, by=None, at=AT)
    revoke_grant(later, by=None, at=AT)
    assert reach(other, TODAY) == ()
    with pytest.raises(Refusal, match="到 2026-03-01 已经结束"):
        revoke_grant(grant, by=None, at=AT)
    give_grant(holder, stand_in=other, from_on=TODAY, until_on=date(2026, 6, 1), by=None, at=AT)
    assert reach(other, TODAY) == reach(holder, TODAY)
