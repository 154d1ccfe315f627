"""Who lives in the city: everybody's name, account, branch and seats, as plain data and always the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from luoshi.ground.organizations.models import OrganizationKind as Kind

from .content import Page, cast, city, names
from .places import branches
from .posts import Seat, branch_seats, leading_chairs, seats_of

# The first of a branch sit on its committee and lead its groups; who leads the unit comes from the others.
COMMITTED = 7
# In each branch works one person who is no member of the Party, and so belongs to no branch.
LAST = 1


@dataclass(frozen=True, slots=True)
class Dweller:
    """One person of the city 居民: ``home`` is the code of the branch, empty for whoever belongs to none."""

    account: str
    name: str
    home: str
    seats: list[Seat] = field(default_factory=list)


def population() -> list[Dweller]:
    """Return everybody, the cast in the seats that are theirs."""
    dwellers = [*_settled(), *_from_outside()]
    by_post = {person["post"]: person for person in cast() if person["post"]}
    known = [_played(dweller, by_post) for dweller in dwellers]
    unseated = [Dweller(person["account"], person["name"], "") for person in cast() if not person["post"]]
    return known + unseated


def _played(dweller: Dweller, by_post: dict[str, Page]) -> Dweller:
    """Give the person the name of whoever of the cast holds one of his posts; the first to sit there gets it."""
    for seat in dweller.seats:
        person = by_post.pop(f"{seat.code} {seat.kind}", None)
        if person:
            return replace(dweller, account=person["account"], name=person["name"])
    return dweller


def _settled() -> Iterator[Dweller]:
    called, committees = _names(), dict(branch_seats())
    for (unit, codes), (_unit, chairs) in zip(branches().items(), leading_chairs(), strict=True):
        own = count(1)
        people = [_members(code, unit, called, own) for code in codes]
        for code, members in zip(codes, people, strict=True):
            for seat, member in zip(committees[code], members, strict=False):
                member.seats.append(seat)
        others = [member for members in people for member in members[COMMITTED:-LAST]]
        for place, seats in enumerate(chairs):
            others[place % len(others)].seats.extend(seats)
        for members in people:
            yield from members


def _members(code: str, unit: str, called: Iterator[str], own: Iterator[int]) -> list[Dweller]:
    size: int = city()["people_per_branch"]
    homes = [code] * (size - LAST) + [""] * LAST
    return [Dweller(f"{unit}-{next(own):02}", next(called), home) for home in homes]


def _from_outside() -> Iterator[Dweller]:
    for seat in seats_of(city()["outside"]["code"], Kind.UNIT)[-1:]:
        # The cast says who it is.
        yield Dweller(seat.code, seat.code, "", [seat])


def _names() -> Iterator[str]:
    """Return names for everybody, none twice and none of the cast's."""
    (surnames, given), taken = names(), {person["name"] for person in cast()}
    combined = (surnames[number % len(surnames)] + given[number % len(given)] for number in count())
    return (name for name in combined if name not in taken)
