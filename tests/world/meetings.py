"""A branch with its committee and members, and tellings of what it held, for tests of organizational life."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from luoshi.act.activities.actions import record
from luoshi.act.activities.attendance import Presence
from luoshi.act.activities.models import Activity
from luoshi.act.activities.telling import AgendaItem, Attendee, Telling
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import assume, register
from luoshi.ground.people.models import Person, PostKind, Standing
from luoshi.ground.people.particulars import Particulars

from .ground import AT, TODAY, plant, post, somebody

MET_ON = date(2026, 2, 20)
THEME = frozenset({ActivityKind.THEME_DAY})


@dataclass(frozen=True)
class Branch:
    """A branch below a unit's committee: a secretary, a member of the committee, three others, one on probation.

    The leader answers for the unit and is at home in the branch; the superior leads the committee above it.
    """

    unit: Organization
    committee: Organization
    branch: Organization
    superior: Person
    leader: Person
    secretary: Person
    publicist: Person
    others: tuple[Person, ...]
    probationer: Person
    stranger: Person

    @property
    def members(self) -> list[Person]:
        """Everybody at home in the branch."""
        return [self.leader, self.secretary, self.publicist, *self.others, self.probationer]

    def telling(self, **changes: Any) -> Telling:
        """Return a theme day at which everybody was."""
        plain = Telling(
            organization=self.branch,
            kinds=THEME,
            held_on=MET_ON,
            topic="学习条例，走访社区",
            minutes="上午学习，下午走访三户。",
            attendees=tuple(Attendee(each) for each in self.members),
            hours=Decimal("3.0"),
            place="会议室",
            chair=self.secretary,
            agenda=(AgendaItem("集体学习"),),
        )
        return replace(plain, **changes)

    def with_absent(self, *absent: Person, presence: Presence = Presence.LEAVE) -> tuple[Attendee, ...]:
        """Return all members, these of them absent."""
        return tuple(Attendee(each, presence) if each in absent else Attendee(each) for each in self.members)

    def talk(self, *people: Person, minutes: str = "谈了岗位和家里的难处") -> Telling:
        """Return a talk of these people."""
        return self.telling(
            kinds=frozenset({ActivityKind.TALK}),
            topic="近期思想",
            minutes=minutes,
            attendees=tuple(Attendee(each) for each in people),
            hours=None,
            chair=None,
            agenda=(),
        )


def branch(suffix: str = "") -> Branch:
    """Plant the unit, its committee and branch, and fill their posts."""
    root = plant(f"市直工委{suffix}", kind=OrganizationKind.WORK_COMMITTEE)
    unit = plant(f"市水务局{suffix}", root, OrganizationKind.UNIT)
    committee = plant(f"市水务局机关党委{suffix}", unit, OrganizationKind.ORGAN_COMMITTEE)
    home = plant(f"市水务局第一党支部{suffix}", committee)
    elsewhere = plant(f"市民政局第一党支部{suffix}", root)
    leader = _seated("子局长", unit, PostKind.FIRST_RESPONSIBLE, home, suffix)
    return Branch(
        unit=unit,
        committee=committee,
        branch=home,
        superior=_seated("丑书记", committee, PostKind.SECRETARY, None, suffix),
        leader=leader,
        secretary=_seated("寅书记", home, PostKind.SECRETARY, home, suffix),
        publicist=_seated("卯委员", home, PostKind.PUBLICITY_MEMBER, home, suffix),
        others=tuple(somebody(name, home, suffix) for name in ("辰同志", "巳同志", "午同志")),
        probationer=register(
            Particulars(f"p{suffix}", "未同志", Standing.PROBATIONARY, date(2025, 9, 1), home),
            by=None,
            at=AT,
        ),
        stranger=_seated("申书记", elsewhere, PostKind.SECRETARY, elsewhere, suffix),
    )


def _seated(name: str, place: Organization, kind: PostKind, home: Organization | None, suffix: str) -> Person:
    person = somebody(name, home, suffix)
    assume(post(place, kind), person=person, from_on=date(TODAY.year - 1, 1, 1), by=None, at=AT)
    return person


def held(organization: Organization, topic: str, *people: Person) -> Activity:
    """Record that these people of the organization, the first of them for it, heard a lecture."""
    told = Telling(
        organization=organization,
        kinds=frozenset({ActivityKind.LECTURE}),
        held_on=MET_ON,
        topic=topic,
        minutes="讲了课，讨论了。",
        attendees=tuple(Attendee(each) for each in people),
    )
    return record(told, by=people[0], at=AT)


def talked(organization: Organization, *people: Person) -> Activity:
    """Record a talk of these people, by the first of them."""
    told = Telling(
        organization=organization,
        kinds=frozenset({ActivityKind.TALK}),
        held_on=MET_ON,
        topic="近况",
        minutes="谈了近况",
        attendees=tuple(Attendee(each) for each in people),
    )
    return record(told, by=people[0], at=AT)
