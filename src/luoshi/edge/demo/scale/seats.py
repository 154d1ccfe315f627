"""The organizations at their real number: who sits in each of them, and which of them have how much to do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import Any

from luoshi.ground.organizations.actions import Placement
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import Organization, OrganizationKind

from .days import BEHIND, Days
from .plots import content

TERM_YEARS = 3
# The busiest have dozens of times as much to do as the quietest.
EVENNESS, SLOPE = 6, 0.7


@dataclass(slots=True)
class Seat:
    """One organization with the two who act for it; people and posts by their ids, committees beside with a supervisor."""

    organization: Organization
    parent: "Seat | None"
    below: list["Seat"] = field(default_factory=list)
    head: int = 0
    handler: int = 0
    head_post: int = 0
    handler_post: int = 0
    supervisor: int = 0

    @property
    def committee(self) -> "Seat":
        """The work committee that it belongs to, which is its own for one."""
        seat = self
        while seat.organization.kind != OrganizationKind.WORK_COMMITTEE and seat.parent is not None:
            seat = seat.parent
        return seat


def placements(organizations: int, cities: int, days: Days) -> Iterator[Placement]:
    """Give that many organizations in that many cities, whatever is above first.

    One city has no province above it. The units are shared out evenly among the cities.
    """
    places = content("places")
    province = places["province"]
    left = organizations
    if cities > 1:
        yield Placement(Charter(province["code"], province["name"], OrganizationKind.WORK_COMMITTEE), "")
        left -= 1
    for number, name in enumerate(places["cities"]["names"][:cities]):
        share = left // cities + (number < left % cities)
        above = province["code"] if cities > 1 else ""
        yield from _city(places, f"C{number + 1:02}", name, above, share, days)


def _city(
    places: dict[str, Any], code: str, name: str, above: str, share: int, days: Days
) -> Iterator[Placement]:
    committee = Charter(code, name + places["cities"]["committee"], OrganizationKind.WORK_COMMITTEE)
    yield Placement(committee, above)
    units = places["cities"]["units"]
    parts = [part for unit in places["unit"] for part in unit["parts"]]
    for number in range(share - 1):
        unit, (mark, under, kind, part) = number // len(parts), parts[number % len(parts)]
        # More units than the list has names for are numbered.
        called = units[unit % len(units)] + (f"第{unit // len(units) + 1}分局" if unit >= len(units) else "")
        charter = Charter(
            f"{code}U{unit + 1:03}-{mark}",
            f"{name}{called}{part}",
            OrganizationKind(kind),
            short_name=part or called,
            established_on=days.on(-BEHIND),
            term_years=TERM_YEARS if kind == OrganizationKind.BRANCH else None,
        )
        yield Placement(charter, f"{code}U{unit + 1:03}-{under}" if under else code)


def seated(organizations: list[Organization]) -> list[Seat]:
    """Return the organizations with their places in the tree; they come in its order."""
    by_path: dict[str, Seat] = {}
    for organization in organizations:
        parent = by_path.get(organization.parent_path)
        seat = by_path[organization.path] = Seat(organization, parent)
        if parent is not None:
            parent.below.append(seat)
    return list(by_path.values())


class Workload:
    """Who is given tasks: everybody but the work committees, a few of them very often."""

    def __init__(self, seats: list[Seat], chance: Random) -> None:
        self._chance = chance
        owners = [seat for seat in seats if seat.committee is not seat]
        chance.shuffle(owners)
        self._owners = _weighed(owners)
        self._dividing = _weighed([seat for seat in owners if seat.below])

    def owner(self) -> Seat:
        """Return one by its weight."""
        return self._drawn(self._owners)

    def dividing_owner(self) -> Seat:
        """Return one that has others below it."""
        return self._drawn(self._dividing)

    def another(self, *others: Seat) -> Seat:
        """Return one that is none of the others."""
        while (found := self.owner()) in others:
            continue
        return found

    def _drawn(self, weighed: tuple[list[Seat], list[float]]) -> Seat:
        seats, weights = weighed
        return self._chance.choices(seats, cum_weights=weights)[0]


def _weighed(seats: list[Seat]) -> tuple[list[Seat], list[float]]:
    return seats, list(accumulate((rank + EVENNESS) ** -SLOPE for rank in range(len(seats))))
