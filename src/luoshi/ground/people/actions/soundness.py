"""What must be true of a person before anything is written."""

from datetime import datetime

from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.organizations.models import Organization, OrganizationKind

from ..models import NAME_LENGTH, Person, Standing
from ..particulars import Particulars
from ..refusals import (
    ACCOUNT_TAKEN,
    HOME_DISSOLVED,
    HOMELESS,
    JOINED_WITHOUT_STANDING,
    JOINS_LATER,
    NOT_A_BRANCH,
    UNNAMED,
)


def refuse_unsound(particulars: Particulars, at: datetime) -> None:
    """Raise ``Refusal`` when particulars contradict themselves, or name a home that can be none."""
    name, joined = particulars.name, particulars.joined_on
    if not name or not particulars.account:
        raise Refusal(UNNAMED)
    for text in (name, particulars.account):
        refuse_overlong(text, NAME_LENGTH)
    if joined and particulars.standing is Standing.NONE:
        raise Refusal(JOINED_WITHOUT_STANDING, name=name, joined=str(joined))
    if joined and joined > localdate(at):
        raise Refusal(JOINS_LATER, name=name, joined=str(joined))
    if particulars.home is None and particulars.standing is not Standing.NONE:
        raise Refusal(HOMELESS, name=name)
    if particulars.home is not None:
        refuse_home(name, particulars.home)


def refuse_home(name: str, home: Organization) -> None:
    """Raise ``Refusal`` when the organization is no branch or is no more."""
    if home.kind != OrganizationKind.BRANCH:
        raise Refusal(NOT_A_BRANCH, name=name, home=home.name, kind=str(OrganizationKind(home.kind).label))
    if home.dissolved_on is not None:
        raise Refusal(HOME_DISSOLVED, name=name, home=home.name, on=str(home.dissolved_on))


def refuse_taken(account: str, person: Person | None = None) -> None:
    """Raise ``Refusal`` when the account belongs to another person."""
    holder = Person.objects.filter(account=account).first()
    if holder is not None and holder != person:
        raise Refusal(ACCOUNT_TAKEN, account=account, holder=holder.name)
