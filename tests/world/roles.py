"""Everybody who may come to a page, once: each role as a signed-in client, with something of theirs to look for."""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from luoshi.ground.accounts.models import Account, Office
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import Grant, Person, PostKind
from luoshi.ground.people.queries import posts_of

from .ground import AT, TODAY, somebody
from .loop import Cast, cast, holder
from .signing import client_of

UNTIL = date(2099, 12, 31)


@dataclass(frozen=True)
class World:
    """A cast, a client for each role, and the things that addresses name."""

    cast: Cast
    people: dict[str, Person]
    clients: dict[str, Client]
    elsewhere: Organization
    person: Person
    account: Account
    keeper: Account
    grant: Grant


def populate() -> World:
    """Fill one committee, its office and a unit elsewhere, and sign in everybody of them."""
    who = cast()
    officer = holder("己干部", who.committee, PostKind.AFFAIRS_OFFICER)
    clerk = holder("庚科员", who.office, PostKind.AFFAIRS_OFFICER)
    leader = holder("辛局长", who.committee, PostKind.FIRST_RESPONSIBLE)
    stand_in, nobody, keeper = somebody("壬代办"), somebody("癸某"), somebody("审计")
    grant = give_grant(who.issuer, stand_in=stand_in, from_on=TODAY, until_on=UNTIL, by=None, at=AT)
    people = {
        "secretary": who.issuer,
        "leader": leader,
        "supervisor": who.supervisor,
        "officer": officer,
        "clerk": clerk,
        "stand_in": stand_in,
        "stranger": who.stranger,
        "no_post": nobody,
        "system": somebody("系统"),
        "security": somebody("安全"),
        "audit": keeper,
    }
    offices = {office.value: office for office in Office}
    clients = {role: client_of(person, offices.get(role)) for role, person in people.items()}
    clients["anonymous"] = Client()
    account, office = by_username(nobody.account), by_username(keeper.account)
    assert account is not None
    assert office is not None
    elsewhere = posts_of(who.stranger, TODAY)[0].organization
    return World(who, people, clients, elsewhere, nobody, account, office, grant)
