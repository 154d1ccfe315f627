"""Everybody who may come to a page, once: each role as a signed-in client, with something of theirs to look for."""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from luoshi.act.activities.models import Activity
from luoshi.act.tasks.actions import advance, draft
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proof import Proof
from luoshi.act.tasks.proposal import Proposal
from luoshi.edge.exchange.attachments import received
from luoshi.ground.accounts.models import Account, Office
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import Grant, Person, PostKind
from luoshi.ground.people.queries import posts_of

from .ground import AT, TODAY, somebody
from .loop import Cast, cast, holder
from .meetings import held, talked
from .mornings import MAIL, TUESDAY, fail_all, write
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
    task: Task
    task_elsewhere: Task
    delivery: int
    activity: Activity
    activity_elsewhere: Activity
    talk: Activity


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
    hidden = draft(Proposal("另一件", "另一件", Origin.DOCKET, elsewhere), by=who.stranger, at=AT)
    task = _proved(who)
    who.dispatched()
    write(TUESDAY, MAIL)
    [delivery, *_others] = fail_all()
    activity = held(who.office, "学习", who.owner)
    activity_elsewhere = held(elsewhere, "学习", who.stranger)
    # A stand-in is lent work, not confidences: he reads this one because he took part.
    talk = talked(who.office, who.owner, stand_in)
    return World(
        who,
        people,
        clients,
        elsewhere,
        nobody,
        account,
        office,
        grant,
        task,
        hidden,
        delivery,
        activity,
        activity_elsewhere,
        talk,
    )


def _proved(who: Cast) -> Task:
    """Return a task with a file of evidence."""
    file = received([b"a letter"], "信.txt", 8)
    return advance(who.accepted(), by=who.owner, at=AT, note="已发函", proofs=[Proof("函件", attached=file)])
