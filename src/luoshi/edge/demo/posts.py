"""Which posts there are in the city, by the kind of organization, and who of a branch fills them."""

from collections.abc import Iterator
from typing import NamedTuple

from luoshi.ground.organizations.models import OrganizationKind as Kind
from luoshi.ground.people.models import PostKind

from .content import city
from .places import GROUPS, branches


class Seat(NamedTuple):
    """One place to be filled 席位: the organization's code, the kind of post, what it is called there."""

    code: str
    kind: PostKind
    title: str


# Two seats of a shared kind are one post with two holders.
SEATS: dict[Kind, tuple[tuple[PostKind, str], ...]] = {
    Kind.WORK_COMMITTEE: (
        (PostKind.SECRETARY, "工委书记"),
        (PostKind.DEPUTY, "工委副书记"),
        (PostKind.DEPUTY, "工委副书记"),
        (PostKind.OFFICE_HEAD, "工委办公室主任"),
        (PostKind.SUPERVISOR, "督查专员"),
        (PostKind.SUPERVISOR, "督查专员"),
        (PostKind.AFFAIRS_OFFICER, "专职党务干部"),
    ),
    Kind.UNIT: (
        (PostKind.FIRST_RESPONSIBLE, "主要负责人"),
        (PostKind.DUAL_DUTY_DEPUTY, "分管负责人"),
        (PostKind.DUAL_DUTY_DEPUTY, "分管负责人"),
        (PostKind.OFFICE_HEAD, "综合负责人"),
        (PostKind.AFFAIRS_OFFICER, "专职党务干部"),
    ),
    Kind.PARTY_GROUP: ((PostKind.SECRETARY, "党组书记"), (PostKind.AFFAIRS_OFFICER, "党组秘书")),
    Kind.ORGAN_COMMITTEE: (
        (PostKind.SECRETARY, "机关党委书记"),
        (PostKind.DEPUTY, "机关党委专职副书记"),
        (PostKind.ORGANIZATION_MEMBER, "组织委员"),
        (PostKind.PUBLICITY_MEMBER, "宣传委员"),
    ),
    Kind.DISCIPLINE_COMMITTEE: (
        (PostKind.SECRETARY, "机关纪委书记"),
        (PostKind.DISCIPLINE_MEMBER, "机关纪委委员"),
    ),
    Kind.BRANCH: (
        (PostKind.SECRETARY, "党支部书记"),
        (PostKind.DEPUTY, "党支部副书记"),
        (PostKind.ORGANIZATION_MEMBER, "组织委员"),
        (PostKind.PUBLICITY_MEMBER, "宣传委员"),
        (PostKind.DISCIPLINE_MEMBER, "纪检委员"),
    ),
    Kind.GROUP: ((PostKind.GROUP_LEADER, "党小组组长"),),
    Kind.OFFICE: ((PostKind.OFFICE_HEAD, "处室负责人"),),
}


def seats_of(code: str, kind: Kind) -> list[Seat]:
    """Return the seats of one organization."""
    return [Seat(code, post, title) for post, title in SEATS[kind]]


def leading_chairs() -> Iterator[tuple[str, list[list[Seat]]]]:
    """Return for the committee and each unit, by its code, the seats outside its branches, those of one person together."""
    described = city()
    for place in (described["committee"], *described["unit"]):
        code = place["code"]
        offices = [
            seat
            for number in range(1, len(place["offices"]) + 1)
            for seat in seats_of(f"{code}-c{number}", Kind.OFFICE)
        ]
        if place is described["committee"]:
            yield code, [[seat] for seat in (*seats_of(code, Kind.WORK_COMMITTEE), *offices)]
        else:
            yield code, _unit_chairs(code, offices)


def _unit_chairs(code: str, offices: list[Seat]) -> list[list[Seat]]:
    """Who answers for the unit leads its Party group, and one deputy leads its organ committee."""
    first, deputy, *unit = seats_of(code, Kind.UNIT)
    group_secretary, *group = seats_of(f"{code}-dz", Kind.PARTY_GROUP)
    committee_secretary, *committee = seats_of(f"{code}-dw", Kind.ORGAN_COMMITTEE)
    discipline = seats_of(f"{code}-jw", Kind.DISCIPLINE_COMMITTEE)
    single = [[seat] for seat in (*unit, *group, *committee, *discipline, *offices)]
    return [[first, group_secretary], [deputy, committee_secretary], *single]


def branch_seats() -> Iterator[tuple[str, list[Seat]]]:
    """Return for each branch, by its code, its seats and those of its groups."""
    for codes in branches().values():
        for number, code in enumerate(codes):
            seats = seats_of(code, Kind.BRANCH)
            if number == 0:
                for group in range(1, len(GROUPS) + 1):
                    seats += seats_of(f"{code}x{group}", Kind.GROUP)
            yield code, seats
