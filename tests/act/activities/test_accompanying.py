"""Contact points, partners and leaders in the life of their branches are read from who was there."""

from datetime import date

import pytest

from luoshi.act.activities.actions import record, withdraw
from luoshi.act.activities.attendance import Capacity
from luoshi.act.activities.queries import accompanying, known_contacts, parts_of, presence_counts, together
from luoshi.act.activities.telling import Attendee
from world.ground import AT
from world.meetings import MET_ON, branch

pytestmark = pytest.mark.django_db
YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_a_leader_who_comes_to_a_contact_point_is_known_there_and_on_his_own_page() -> None:
    who = branch()
    came = (*who.with_absent(who.leader), Attendee(who.superior, capacity=Capacity.CONTACT))
    activity = record(who.telling(attendees=came), by=who.secretary, at=AT)
    own, contact = accompanying(who.branch, *YEAR)
    assert (own.person, own.capacity, own.times, own.asked) == (who.leader.pk, Capacity.LEADER, 0, 1)
    assert own.last_on is None
    assert (contact.name, contact.capacity, contact.times, contact.last_on) == (
        "丑书记",
        Capacity.CONTACT,
        1,
        MET_ON,
    )
    assert parts_of(who.superior, MET_ON) == [(activity, Capacity.CONTACT, True)]
    assert parts_of(who.leader, MET_ON) == [(activity, Capacity.LEADER, False)]
    assert known_contacts(who.branch, MET_ON, who.members) == [who.superior]
    assert known_contacts(who.branch, MET_ON, [who.superior]) == []
    # Whoever comes to a contact point is not one of those who had to be there.
    assert presence_counts([activity.pk]) == {activity.pk: (6, 7)}
    withdraw(activity, reason="没有开成", by=who.secretary, at=AT)
    assert accompanying(who.branch, *YEAR) == []
    assert parts_of(who.superior, MET_ON) == []


def test_what_was_held_together_is_known_to_both_however_recorded_it() -> None:
    who, other = branch(), branch("二")
    record(who.telling(partner=other.branch), by=who.secretary, at=AT)
    held_on = date(2026, 2, 25)
    latest = record(other.telling(partner=who.branch, held_on=held_on), by=other.secretary, at=AT)
    for mine, theirs in ((who, other), (other, who)):
        [found] = together(mine.branch, *YEAR)
        assert (found.organization, found.times, found.latest) == (theirs.branch, 2, latest)
    assert together(who.branch, date(2027, 1, 1), date(2027, 12, 31)) == []


def test_a_talk_shows_nowhere_among_them() -> None:
    who = branch()
    record(who.talk(who.leader, who.superior), by=who.leader, at=AT)
    assert parts_of(who.leader, MET_ON) == parts_of(who.superior, MET_ON) == []
    assert accompanying(who.branch, *YEAR) == []
