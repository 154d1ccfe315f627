"""A city of branches with members, to be filled with a year of what they held."""

from collections import defaultdict
from datetime import datetime

from luoshi.ground.organizations.actions import Placement
from luoshi.ground.organizations.actions import enter as enter_organizations
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.queries import by_code
from luoshi.ground.people.actions import assume, create_post
from luoshi.ground.people.actions import enter as enter_people
from luoshi.ground.people.models import Person, PostKind, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import everybody


def city_of_branches(
    count: int, members: int, at: datetime
) -> tuple[Organization, list[Organization], dict[int, list[Person]], Person]:
    """Enter a work committee with so many branches of so many members; return it, them, their members, an officer."""
    placements = [Placement(Charter("root", "市直工委", OrganizationKind.WORK_COMMITTEE), "")]
    placements += [
        Placement(Charter(f"b{number}", f"第{number}党支部", OrganizationKind.BRANCH), "root")
        for number in range(count)
    ]
    enter_organizations(placements, by=None, at=at)
    places = by_code([each.charter.code for each in placements])
    branches = [places[f"b{number}"] for number in range(count)]
    people = [
        Particulars(f"a{number}-{each}", f"林{number}之{each}", Standing.FULL, None, branch)
        for number, branch in enumerate(branches)
        for each in range(members)
    ]
    enter_people(people, by=None, at=at)
    at_home: dict[int, list[Person]] = defaultdict(list)
    for person in everybody():
        at_home[person.home_id or 0].append(person)
    officer = at_home[branches[0].pk][0]
    post = create_post(places["root"], title="工委书记", kind=PostKind.SECRETARY, by=None, at=at)
    assume(post, person=officer, from_on=at.date(), by=None, at=at)
    return places["root"], branches, at_home, officer
