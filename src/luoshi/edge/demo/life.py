"""A year of organizational life in the city: what branches held month by month, what some resolved, one talk."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from luoshi.act.activities.actions import enter, record
from luoshi.act.activities.attendance import Ballot, Capacity, Presence
from luoshi.act.activities.expecting import expected
from luoshi.act.activities.telling import Attendee, Decision, Telling, first_of, month_of
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.organizations.models import Organization, OrganizationKind

from .content import Page, city, life_file
from .tales import place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luoshi.ground.people.models import Person

    from .days import Days
    from .diary import Diary
    from .parts import Company

# One of so many was away, in turns, and why.
AWAY = 9
WHY = (Presence.DUTY, Presence.LEAVE, Presence.DUTY, Presence.LEAVE, Presence.EXEMPT)


def hold(diary: Diary, company: Company) -> None:
    """Write down what was held: every month's meetings of all branches, then those with a story of their own."""
    page, called = life_file(), Called()
    for meeting in page["meeting"]:
        thread = diary.story()
        for turn, month in enumerate(meeting["months"]):
            on = _workday(diary.days, month, meeting["day"])
            count = diary.days.calendar.workdays_between(diary.days.today, on)
            thread.then(count, partial(_hold_all, meeting, turn, on, company, called))
    for each in page["resolved"]:
        diary.story().then(each["on"], partial(_resolve, each, diary.days, company))
    for each in page["talk"]:
        diary.story().then(each["on"], partial(_talk, each, company))


def _workday(days: Days, month: int, number: int) -> date:
    """Return the so-manieth working day of the month that is so many months from this one."""
    first = first_of(month_of(days.today) + month)
    return days.calendar.add_workdays(first, number)


def _hold_all(meeting: Page, turn: int, on: date, company: Company, called: Called, at: datetime) -> None:
    """Enter the meeting of that month for all branches but those whose turn it is to miss it."""
    kinds = frozenset(map(ActivityKind, meeting["kinds"]))
    told = [
        _telling(meeting, turn, on, branch, _attendees(called(branch, kinds, on), number + turn))
        for number, branch in enumerate(called.branches)
        if (number + turn) % meeting["missed"]
    ]
    by = company.holder(f"{city()['committee']['code']} affairs_officer")
    enter([each for each in told if each.attendees], by=by, at=at)


class Called:
    """Who is called to the meetings of a branch 与会名单: in this city the same all year, so asked for once."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, frozenset[ActivityKind]], list[Person]] = {}

    @cached_property
    def branches(self) -> list[Organization]:
        """The branches of the work committee and all below it."""
        own = city()["committee"]["code"]
        return list(
            Organization.objects.filter(kind=OrganizationKind.BRANCH, code__startswith=own).order_by("path")
        )

    def __call__(self, branch: Organization, kinds: frozenset[ActivityKind], on: date) -> list[Person]:
        """Return the people."""
        key = (branch.pk, kinds)
        if key not in self._found:
            self._found[key] = expected(branch, kinds, on)
        return self._found[key]


def _telling(
    meeting: Page, turn: int, on: date, branch: Organization, attendees: tuple[Attendee, ...]
) -> Telling:
    kinds = frozenset(map(ActivityKind, meeting["kinds"]))
    there = [each.person for each in attendees if each.presence is Presence.PRESENT]
    return Telling(
        organization=branch,
        kinds=kinds,
        held_on=on,
        topic=meeting["topics"][turn % len(meeting["topics"])],
        minutes=meeting["minutes"],
        attendees=attendees,
        hours=Decimal(meeting["hours"]),
        chair=there[0] if there else None,
    )


def _attendees(people: Iterable[Person], turn: int) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(person, WHY[number % len(WHY)] if number % AWAY == AWAY - 1 else Presence.PRESENT)
        for number, person in enumerate(people, turn)
    )


def _resolve(each: Page, days: Days, company: Company, at: datetime) -> None:
    organization = place(each["organization"])
    kinds = frozenset(map(ActivityKind, each["kinds"]))
    by, on = company.holder(each["by"]), days.day(each["on"])
    came = (Attendee(company.holder(seat), capacity=Capacity.CONTACT) for seat in each.get("contacts", ()))
    told = Telling(
        organization=organization,
        kinds=kinds,
        held_on=on,
        topic=each["topic"],
        minutes=each["minutes"],
        attendees=(*(Attendee(person) for person in expected(organization, kinds, on)), *came),
        hours=Decimal("1.5"),
        chair=by,
        partner=place(each["partner"]) if "partner" in each else None,
        ballot=Ballot(each.get("ballot", "")),
    )
    post = company.post(each["owner"])
    decision = Decision(each["decision"], organization, each["standard"], days.day(each["due"]), post)
    record(told, by=by, at=at, decisions=[decision])


def _talk(each: Page, company: Company, at: datetime) -> None:
    people = [company.holder(seat) for seat in each["between"]]
    told = Telling(
        organization=place(each["organization"]),
        kinds=frozenset({ActivityKind.TALK}),
        held_on=localdate(at),
        topic=each["topic"],
        minutes=each["text"],
        attendees=tuple(Attendee(person) for person in people),
    )
    record(told, by=people[0], at=at)
