"""Who must come depends on what is held: members, the committee, the leading team, whoever the group is."""

import pytest

from luoshi.act.activities.actions import record
from luoshi.act.activities.expecting import expected
from luoshi.act.activities.manners import MANNERS, held_by
from luoshi.act.activities.telling import Attendee
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.organizations.models import OrganizationKind
from world.ground import AT, TODAY, plant
from world.meetings import branch

pytestmark = pytest.mark.django_db


def test_the_committee_meets_without_the_others_and_a_double_meeting_asks_both_once() -> None:
    who = branch()
    committee = expected(who.branch, {ActivityKind.COMMITTEE_MEETING}, TODAY)
    assert committee == [who.secretary, who.publicist]
    both = expected(who.branch, {ActivityKind.COMMITTEE_MEETING, ActivityKind.LECTURE}, TODAY)
    assert len(both) == len(who.members)
    assert set(both) == set(who.members)


def test_a_unit_s_team_are_those_with_posts_in_it() -> None:
    who = branch()
    assert expected(who.unit, {ActivityKind.CENTRE_GROUP_STUDY}, TODAY) == [who.leader]
    assert expected(who.unit, {ActivityKind.LECTURE}, TODAY) == [who.leader]


def test_a_group_is_who_met_last_and_at_first_the_whole_branch() -> None:
    who = branch()
    group = plant("第一党小组", who.branch, OrganizationKind.GROUP)
    kinds = frozenset({ActivityKind.GROUP_MEETING})
    first = expected(group, kinds, TODAY)
    assert first[:2] == [who.secretary, who.publicist]
    assert set(first) == set(who.members)
    met = who.telling(
        organization=group,
        kinds=kinds,
        attendees=(Attendee(who.publicist), *(Attendee(each) for each in who.others)),
        chair=who.publicist,
    )
    record(met, by=who.secretary, at=AT)
    assert expected(group, kinds, TODAY) == [who.publicist, *who.others]


def test_nobody_is_expected_at_a_talk() -> None:
    who = branch()
    assert expected(who.branch, {ActivityKind.TALK}, TODAY) == []


def test_every_kind_has_its_manner_and_what_nobody_chooses_is_offered_nowhere() -> None:
    assert set(MANNERS) == set(ActivityKind)
    offered = {kind for each in OrganizationKind for kind in held_by(each)}
    assert offered == {kind for kind in ActivityKind if not MANNERS[kind].derived}
    for each in OrganizationKind:
        assert len(held_by(each)) == len(set(held_by(each)))
