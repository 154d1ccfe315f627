"""What was recorded is corrected by a new fact: the former one stays, and the figures follow."""

import pytest

from luoshi.act.activities import refusals
from luoshi.act.activities.actions import correct, record, withdraw
from luoshi.act.activities.actions.record import digest_of
from luoshi.act.activities.queries import find, formers, held, telling_of
from luoshi.core.refusals import Refusal
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.ledger.queries import story
from world.ground import AT
from world.meetings import branch

pytestmark = pytest.mark.django_db


def test_a_correction_keeps_what_stood_before_and_says_why() -> None:
    who = branch()
    activity = record(who.telling(), by=who.secretary, at=AT)
    now = who.telling(
        kinds=frozenset({ActivityKind.LECTURE}), attendees=who.with_absent(who.leader, who.others[1])
    )
    correct(activity, now, reason="记错了类别和到会人", by=who.publicist, at=AT)
    [former] = formers(activity)
    assert (former.reason, former.by) == ("记错了类别和到会人", who.publicist)
    assert former.telling == who.telling().told()
    first, second = story(activity.chain)
    assert second.verb == "activity.corrected"
    assert second.facts["changed"] == ["attendees", "kinds"]
    assert second.facts["was"] == first.facts["digest"] == digest_of(former.telling)
    found = find(activity.pk)
    assert found is not None
    assert telling_of(found).told() == now.told()
    assert found.corrections == 1
    assert [met.kind for met in held(who.branch, 2026)] == ["lecture"]


def test_a_correction_needs_a_reason_and_a_difference() -> None:
    who = branch()
    activity = record(who.telling(partner=who.unit), by=who.secretary, at=AT)
    for changes, reason, expected in (
        ({"partner": who.unit, "topic": "学习"}, " ", refusals.REASONLESS),
        ({"partner": who.unit}, "再看看", refusals.UNCHANGED),
        ({"kinds": frozenset({ActivityKind.TALK})}, "其实是谈话", refusals.SEALED_STAYS),
    ):
        with pytest.raises(Refusal) as caught:
            correct(activity, who.telling(**changes), reason=reason, by=who.secretary, at=AT)
        assert caught.value.sentence == expected


def test_what_was_withdrawn_counts_no_more_and_stays_as_it_is() -> None:
    who = branch()
    activity = record(who.telling(), by=who.secretary, at=AT, once="form")
    withdraw(activity, reason="并没有开", by=who.secretary, at=AT)
    assert held(who.branch, 2026) == []
    assert story(activity.chain)[-1].facts == {"reason": "并没有开"}
    with pytest.raises(Refusal) as caught:
        withdraw(activity, reason="再来", by=who.secretary, at=AT)
    assert caught.value.sentence == refusals.WITHDRAWN
    with pytest.raises(Refusal) as caught:
        correct(activity, who.telling(topic="别的"), reason="改", by=who.secretary, at=AT)
    assert caught.value.sentence == refusals.WITHDRAWN
    assert record(who.telling(), by=who.secretary, at=AT) != activity


def test_a_stranger_corrects_nothing() -> None:
    who = branch()
    activity = record(who.telling(), by=who.secretary, at=AT)
    with pytest.raises(Refusal) as caught:
        withdraw(activity, reason="不是我的", by=who.stranger, at=AT)
    assert caught.value.sentence == refusals.NOT_RECORDER
    with pytest.raises(Refusal) as caught:
        correct(activity, who.telling(topic="改"), reason="改", by=who.stranger, at=AT)
    assert caught.value.sentence == refusals.NOT_RECORDER
