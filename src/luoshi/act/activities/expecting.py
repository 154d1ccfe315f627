"""Who is expected at an activity, who of them votes, and as what each takes part."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.queries import parent_of
from luoshi.ground.people.models import Holding, Person, PostKind, Standing
from luoshi.ground.people.queries import during

from .attendance import BELONGING, Capacity, Presence
from .manners import MANNERS, Body
from .models import STANDING, Activity, Attendance
from .telling import Attendee, Telling

COMMITTEE = (
    PostKind.SECRETARY,
    PostKind.DEPUTY,
    PostKind.ORGANIZATION_MEMBER,
    PostKind.PUBLICITY_MEMBER,
    PostKind.DISCIPLINE_MEMBER,
)
LEADING = (PostKind.FIRST_RESPONSIBLE, PostKind.DUAL_DUTY_DEPUTY, PostKind.SECRETARY, PostKind.DEPUTY)
GRASS_ROOTS = (OrganizationKind.BRANCH, OrganizationKind.GROUP)
BATCH = 500


class Seat(NamedTuple):
    """One person at an activity as it is stored 到会登记: by id, whether there, as what, whether with a vote."""

    person: int
    presence: Presence
    capacity: Capacity
    votes: bool


def expected(organization: Organization, kinds: Collection[ActivityKind], on: date) -> list[Person]:
    """Return who must come to such an activity on that day, those with posts first; nobody where people are chosen."""
    bodies = {MANNERS[kind].body for kind in kinds}
    found: dict[int, Person] = {}
    for body in sorted(bodies, key=list(Body).index):
        for person in _of_body(organization, body, kinds, on):
            found.setdefault(person.pk, person)
    return list(found.values())


def _of_body(
    organization: Organization, body: Body, kinds: Collection[ActivityKind], on: date
) -> Iterable[Person]:
    if body is Body.CHOSEN:
        return ()
    if body is Body.COMMITTEE:
        return _holders(organization, on, COMMITTEE)
    if body is Body.GROUP:
        return _last_time(organization, kinds) or _members(_branch_of(organization), on)
    if body is Body.MEMBERS and organization.kind in GRASS_ROOTS:
        return _members(_branch_of(organization), on)
    return _holders(organization, on)


def _branch_of(organization: Organization) -> Organization:
    """Return where the members of a group are at home: the branch above it."""
    above = parent_of(organization) if organization.kind == OrganizationKind.GROUP else None
    return above or organization


def _members(branch: Organization, on: date) -> list[Person]:
    """Return who is at home in the branch, its committee first."""
    members = list(Person.objects.filter(home=branch).exclude(standing=Standing.NONE).order_by("pk"))
    first = [each for each in _holders(branch, on, COMMITTEE) if each in members]
    return list(dict.fromkeys([*first, *members]))


def _holders(organization: Organization, on: date, kinds: Collection[PostKind] = ()) -> list[Person]:
    held = Holding.objects.filter(during(on, on), post__organization=organization, post__abolished_on=None)
    if kinds:
        held = held.filter(post__kind__in=kinds)
    ranks = {kind.value: place for place, kind in enumerate(PostKind)}
    rows = sorted(held.select_related("person", "post"), key=lambda each: (ranks[each.post.kind], each.pk))
    return list({each.person_id: each.person for each in rows}.values())


def _last_time(organization: Organization, kinds: Collection[ActivityKind]) -> list[Person]:
    """Return who was expected when the organization last met for one of the kinds: a group is who meets."""
    last = (
        Activity.objects.filter(STANDING, organization=organization, occasions__kind__in=list(kinds))
        .order_by("-held_on", "-pk")
        .first()
    )
    if last is None:
        return []
    there = Attendance.objects.filter(activity=last).exclude(capacity=Capacity.GUEST)
    return [each.person for each in there.select_related("person").order_by("pk")]


def seats(telling: Telling) -> list[Seat]:
    """Return how each attendee takes part: who is not expected is a guest and does not vote, a leader is named one."""
    due = {person.pk for person in expected(telling.organization, telling.kinds, telling.held_on)}
    # A group has no list of its own but who meets.
    is_open = any(MANNERS[kind].body is Body.GROUP for kind in telling.kinds)
    leading = Leading([each.person.pk for each in telling.attendees])
    told = (
        each if is_open or each.person.pk in due or each.capacity is not Capacity.MEMBER else _as_guest(each)
        for each in telling.attendees
    )
    return list(seated(telling, told, leading))


def _as_guest(attendee: Attendee) -> Attendee:
    return replace(attendee, capacity=Capacity.GUEST)


class Leading:
    """Who of some people held a leading post above the grass roots, and when 领导干部任职; read once for many days."""

    def __init__(self, people: Collection[int]) -> None:
        """Read what these people, by their ids, hold and held."""
        self._spans: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
        wanted = sorted(set(people))
        for start in range(0, len(wanted), BATCH):
            held = Holding.objects.filter(
                person__in=wanted[start : start + BATCH], post__kind__in=LEADING
            ).exclude(post__organization__kind__in=GRASS_ROOTS)
            for person, first, last in held.values_list("person", "from_on", "until_on"):
                self._spans[person].append((first, last))

    def on(self, person: int, day: date) -> bool:
        """Tell whether the person did on that day."""
        spans = self._spans.get(person, ())
        return any(first <= day and (last is None or day <= last) for first, last in spans)


def seated(telling: Telling, attendees: Iterable[Attendee], leading: Leading) -> Iterator[Seat]:
    """Yield how each of them takes part in the capacity that is told, a leader at the grass roots as one."""
    at_grass_roots = telling.organization.kind in GRASS_ROOTS
    for each in attendees:
        person, capacity = each.person, each.capacity
        if capacity is Capacity.MEMBER and at_grass_roots and leading.on(person.pk, telling.held_on):
            capacity = Capacity.LEADER
        votes = capacity in BELONGING and person.standing == Standing.FULL
        yield Seat(person.pk, each.presence, capacity, votes)


def counted_kinds(telling: Telling, taken: Iterable[Seat]) -> list[ActivityKind]:
    """Return as what the activity counts: as what was chosen, and as what follows from who came and with whom."""
    kinds = set(telling.kinds if telling.is_confidential else telling.stated)
    if any(seat.capacity is Capacity.LEADER and seat.presence is Presence.PRESENT for seat in taken):
        kinds.add(ActivityKind.DUAL_ATTENDANCE)
    return sorted(kinds, key=list(ActivityKind).index)
