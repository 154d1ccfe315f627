"""An activity is recorded once, with who was there, and what it decided becomes tasks."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from luoshi.act.activities import refusals
from luoshi.act.activities.actions import record, resolve
from luoshi.act.activities.attendance import Capacity, Presence
from luoshi.act.activities.queries import (
    attendance_of,
    find,
    held,
    items_of,
    life,
    presence_counts,
    resolutions_of,
    telling_of,
    years,
)
from luoshi.act.activities.telling import Attendee, Decision, Telling
from luoshi.act.tasks.origins import Origin
from luoshi.core.lifecycle import State
from luoshi.core.refusals import Refusal
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.ledger.queries import story
from world.ground import AT, TODAY
from world.meetings import MET_ON, Branch, branch

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 30)


def _refused(who: Branch, **changes: object) -> str:
    with pytest.raises(Refusal) as caught:
        record(who.telling(**changes), by=who.secretary, at=AT)
    return caught.value.sentence


def test_what_was_told_is_what_is_kept() -> None:
    who = branch()
    telling = who.telling(attendees=who.with_absent(who.others[0], presence=Presence.DUTY))
    activity = record(telling, by=who.secretary, at=AT)
    found = find(activity.pk)
    assert found is not None
    assert telling_of(found).told() == telling.told()
    [entry] = story(activity.chain)
    assert (entry.verb, entry.by, entry.facts["present"], entry.facts["absent"]) == (
        "activity.recorded",
        who.secretary.pk,
        6,
        1,
    )
    assert [item.text for item in items_of(activity)] == ["集体学习"]
    assert presence_counts([activity.pk]) == {activity.pk: (6, 7)}
    assert years(who.branch) == [2026]
    assert [(each.pk, kinds) for each, kinds in life(who.branch, 2026)] == [
        (activity.pk, ["theme_day", "dual_attendance"])
    ]


def test_who_votes_and_as_what_somebody_came_follows_from_standing_and_posts() -> None:
    who = branch()
    attendees = (
        *who.with_absent(),
        Attendee(who.stranger),
        Attendee(who.superior, capacity=Capacity.CONTACT),
    )
    activity = record(who.telling(attendees=attendees), by=who.secretary, at=AT)
    found = {each.person: (each.capacity, each.votes) for each in attendance_of(activity)}
    assert found[who.secretary] == ("member", True)
    assert found[who.probationer] == ("member", False)
    assert found[who.leader] == ("leader", True)
    assert found[who.stranger] == ("guest", False)
    assert found[who.superior] == ("contact", False)


def test_a_meeting_counts_as_everything_that_it_was() -> None:
    who = branch()
    kinds = frozenset({ActivityKind.GENERAL_MEETING, ActivityKind.LECTURE})
    record(who.telling(kinds=kinds, partner=who.unit), by=who.secretary, at=AT)
    assert [met.kind for met in held(who.branch, 2026)] == [
        "dual_attendance",
        "general_meeting",
        "lecture",
        "twinning",
    ]
    assert held(who.branch, 2025) == []


def test_nobody_attends_twice_in_double_when_the_leader_is_absent() -> None:
    who = branch()
    record(who.telling(attendees=who.with_absent(who.leader)), by=who.secretary, at=AT)
    assert [met.kind for met in held(who.branch, 2026)] == ["theme_day"]


def test_the_same_form_sent_twice_records_once() -> None:
    who = branch()
    first = record(who.telling(), by=who.secretary, at=AT, once="form-1")
    again = record(who.telling(), by=who.secretary, at=AT, once="form-1")
    assert again == first
    assert len(story(first.chain)) == 1


def test_the_same_activity_is_not_recorded_by_two_people() -> None:
    who = branch()
    record(who.telling(), by=who.secretary, at=AT)
    with pytest.raises(Refusal) as caught:
        record(who.telling(), by=who.publicist, at=AT)
    assert caught.value.sentence == refusals.RECORDED_ALREADY


def test_a_decision_becomes_a_task_in_the_hands_of_its_owner() -> None:
    who = branch()
    decision = Decision("整修活动室", who.branch, "桌椅齐备，可以开会", DUE)
    activity = record(who.telling(), by=who.secretary, at=AT, decisions=[decision])
    [resolution] = resolutions_of(activity)
    task = resolution.task
    assert (task.origin, task.origin_reference, task.state) == (
        Origin.RESOLUTION,
        activity.chain,
        State.DISPATCHED,
    )
    assert (task.owner, task.deadline_on, task.standard) == (who.branch, DUE, "桌椅齐备，可以开会")
    assert [entry.verb for entry in story(activity.chain)] == ["activity.recorded", "activity.resolved"]


def test_a_decision_that_nobody_has_to_carry_out_takes_the_record_back() -> None:
    who = branch()
    with pytest.raises(Refusal) as caught:
        record(who.telling(), by=who.secretary, at=AT, decisions=[Decision("抓紧抓好", None, "", None)])
    assert str(caught.value) == (
        "决议“抓紧抓好”还差由谁办、完成标准、时限：决议要落实到人，请写明谁、什么标准、何时前办完。"
    )
    assert life(who.branch, 2026) == []


def test_more_can_be_resolved_later() -> None:
    who = branch()
    activity = record(who.telling(), by=who.secretary, at=AT)
    resolve(activity, Decision("再走访一次", who.branch, "三户都见到", DUE), by=who.secretary, at=AT)
    assert [each.text for each in resolutions_of(activity)] == ["再走访一次"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, refusals.FUTURE),
        ({"minutes": "  "}, refusals.MINUTES_EMPTY),
        ({"topic": ""}, refusals.TOPICLESS),
        ({"kinds": frozenset()}, refusals.KINDLESS),
        ({"kinds": frozenset({ActivityKind.TALK, ActivityKind.LECTURE})}, refusals.MIXED),
        ({"attendees": ()}, refusals.NOBODY_THERE),
        ({"hours": Decimal("0.3")}, refusals.HOURS_ODD),
        ({"hours": Decimal(999)}, refusals.HOURS_ODD),
    ],
)
def test_what_cannot_have_been_is_refused(changes: dict[str, object], expected: str) -> None:
    assert _refused(branch(), **changes) == expected


def test_a_person_listed_twice_is_named() -> None:
    who = branch()
    with pytest.raises(Refusal) as caught:
        record(
            who.telling(attendees=(Attendee(who.secretary), Attendee(who.secretary))),
            by=who.secretary,
            at=AT,
        )
    assert str(caught.value) == "“寅书记”列了两次：一个人在一次活动里只记一次，请删去一处。"


def test_whoever_chairs_is_there() -> None:
    who = branch()
    assert _refused(who, attendees=who.with_absent(who.secretary)) == refusals.CHAIR_ABSENT


def test_an_organization_holds_nothing_before_it_is_founded_nor_with_itself() -> None:
    who = branch()
    young = replace(who.telling())
    young.organization.established_on = MET_ON + timedelta(days=1)
    assert _refused(who, organization=young.organization) == refusals.BEFORE_FOUNDING
    young.organization.established_on = None
    assert _refused(who, partner=who.branch) == refusals.ITSELF_PARTNER


def test_only_who_has_a_post_there_or_above_records() -> None:
    who = branch()
    for stranger in (who.stranger, who.others[0]):
        with pytest.raises(Refusal) as caught:
            record(who.telling(), by=stranger, at=AT)
        assert caught.value.sentence == refusals.NOT_RECORDER
    assert isinstance(telling_of(record(who.telling(), by=who.superior, at=AT)), Telling)
