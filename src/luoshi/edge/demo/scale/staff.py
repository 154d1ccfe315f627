"""People, posts and holdings for the organizations, each with its entry in the ledger."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random
from typing import Any, NamedTuple

from luoshi.ground.ledger.actions import Act, append_all
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import enter
from luoshi.ground.people.models import Holding, Person, Post, PostKind, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import by_account

from .days import BEHIND, Days
from .plots import content
from .seats import Seat

BATCH = 4000
YOUNGEST, OLDEST = 400, 12_000


class _Appointment(NamedTuple):
    """Somebody who shall hold a post; ``role`` is the seat's field that keeps who he is."""

    seat: Seat
    role: str
    kind: PostKind
    title: str
    account: str


def staff(seats: list[Seat], days: Days, chance: Random) -> tuple[int, int]:
    """Fill the seats, and the branches with members; return how many people and how many posts that made."""
    crowd = _Crowd(content("places"), days, chance)
    people = crowd.people(seats)
    count = 0
    while batch := list(islice(people, BATCH)):
        enter(batch, by=None, at=days.opening(-BEHIND))
        count += len(batch)
    appointments = iter(crowd.appointments)
    while appointed := list(islice(appointments, BATCH)):
        _appoint(appointed, days)
    return count, len(crowd.appointments)


class _Crowd:
    """Puts people together by chance, and remembers who shall hold which post."""

    def __init__(self, places: dict[str, Any], days: Days, chance: Random) -> None:
        self._places, self._days, self._chance = places, days, chance
        self._names = places["people"]
        self._number = 0
        self.appointments: list[_Appointment] = []

    def people(self, seats: list[Seat]) -> Iterator[Particulars]:
        """Give whoever holds a post in each seat, then the other members of a branch."""
        homes = _homes(seats)
        for seat in seats:
            home = homes.get(_unit(seat))
            posts = self._places["posts"][seat.organization.kind]
            yield self._appointed(seat, "head", posts["head"], home)
            yield self._appointed(seat, "handler", posts["handler"], home)
            if seat.committee is seat:
                yield self._appointed(seat, "supervisor", self._places["supervisor"]["post"], home)
            if seat.organization.kind == OrganizationKind.BRANCH:
                for _member in range(self._chance.randint(*self._names["members"])):
                    yield self._person(seat.organization)

    def _appointed(self, seat: Seat, role: str, post: list[str], home: Organization | None) -> Particulars:
        kind, title = post
        at_home = seat.organization if seat.organization.kind == OrganizationKind.BRANCH else home
        person = self._person(at_home)
        self.appointments.append(_Appointment(seat, role, PostKind(kind), title, person.account))
        return person

    def _person(self, home: Organization | None) -> Particulars:
        self._number += 1
        chance = self._chance
        name = chance.choice(self._names["families"]) + chance.choice(self._names["given"])
        if home is None:
            return Particulars(f"p{self._number:06}", name, Standing.NONE)
        joined = self._days.on(-BEHIND).toordinal() - chance.randint(YOUNGEST, OLDEST)
        return Particulars(f"p{self._number:06}", name, Standing.FULL, date.fromordinal(joined), home)


def _unit(seat: Seat) -> str:
    """Return the code of the unit that a seat belongs to, or of its committee."""
    return seat.organization.code.partition("-")[0]


def _homes(seats: list[Seat]) -> dict[str, Organization]:
    """Return the first branch of each unit, where it has one."""
    homes: dict[str, Organization] = {}
    for seat in seats:
        if seat.organization.kind == OrganizationKind.BRANCH:
            homes.setdefault(_unit(seat), seat.organization)
    return homes


def _appoint(appointed: list[_Appointment], days: Days) -> None:
    """Create the posts, let them be assumed, and write both down in the seats and in the ledger."""
    since = days.on(-BEHIND)
    people: dict[str, Person] = by_account([each.account for each in appointed])
    posts = Post.objects.bulk_create(
        [Post(organization=each.seat.organization, kind=each.kind, title=each.title) for each in appointed]
    )
    pairs = list(zip(appointed, posts, strict=True))
    Holding.objects.bulk_create(
        [Holding(post=post, person=people[each.account], from_on=since) for each, post in pairs]
    )
    acts = []
    for each, post in pairs:
        setattr(each.seat, each.role, people[each.account].pk)
        if each.role != "supervisor":
            setattr(each.seat, f"{each.role}_post", post.pk)
        created = {"organization": each.seat.organization.code, "title": each.title, "kind": each.kind}
        assumed = {"person": each.account, "from_on": since, "until_on": None}
        acts.append(Act(post.chain, "post.created", None, days.opening(-BEHIND), created))
        acts.append(Act(post.chain, "post.assumed", None, days.opening(-BEHIND), assumed))
    append_all(acts)
