"""Organizations, people and posts are entered, as an installation does on its first day."""

from datetime import date, datetime

from luoshi.ground.organizations import actions as organizations
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import by_code
from luoshi.ground.people import actions as people
from luoshi.ground.people.models import Person, Post, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import by_account

from .days import Days
from .places import placements
from .population import Dweller, population
from .posts import Seat

FIRST_DAY = -230
# One member in so many is still on probation, which lasts a year.
PROBATION = 17


def settle(days: Days) -> None:
    """Enter everything that the city has before its first task."""
    at = days.moment(FIRST_DAY, 0, 0)
    placed = placements(days)
    organizations.enter(placed, by=None, at=at)
    places = by_code([each.charter.code for each in placed])
    dwellers = population()
    entries = [_particulars(number, each, places, days) for number, each in enumerate(dwellers)]
    people.enter(entries, by=None, at=at)
    _fill(dwellers, places, days.day(FIRST_DAY), at)


def _particulars(number: int, dweller: Dweller, places: dict[str, Organization], days: Days) -> Particulars:
    if not dweller.home:
        return Particulars(dweller.account, dweller.name, Standing.NONE)
    if number % PROBATION == PROBATION - 1 and not dweller.seats:
        # Joined within the year before the first day, which is not quite a year ago.
        standing, joined_on = Standing.PROBATIONARY, days.ago(350 + number % 14)
    else:
        standing, joined_on = Standing.FULL, days.ago(800 + number * 379 % 11000)
    return Particulars(dweller.account, dweller.name, standing, joined_on, places[dweller.home])


def _fill(dwellers: list[Dweller], places: dict[str, Organization], from_on: date, at: datetime) -> None:
    persons = by_account([each.account for each in dwellers])
    posts: dict[Seat, Post] = {}
    for dweller in dwellers:
        for seat in dweller.seats:
            if seat not in posts:
                place = places[seat.code]
                posts[seat] = people.create_post(place, title=seat.title, kind=seat.kind, by=None, at=at)
            person: Person = persons[dweller.account]
            people.assume(posts[seat], person=person, from_on=from_on, by=None, at=at)
