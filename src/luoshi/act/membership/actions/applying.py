"""Somebody applies: whoever is not known yet is registered, and the application is their first step."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import paths_of
from luoshi.ground.people.actions import register
from luoshi.ground.people.actions.soundness import refuse_home
from luoshi.ground.people.models import Person, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import by_account, reaches
from luoshi.ground.people.staff import places_of

from ..queries import way_of
from ..refusals import BELONGS_ELSEWHERE
from ..steps import StepKind
from .taking import take_step


@transaction.atomic
def apply(name: str, *, account: str, on: date, branch: Organization, by: Person, at: datetime) -> Person:
    """Record the application that somebody handed in to the branch on that day, and return the person.

    The account of somebody who is known already is theirs where name and place agree. Raises ``Refusal`` as
    ``register`` and ``take_step`` do, for what is no active branch, and for an account of somebody else.
    """
    refuse_home(name, branch)
    known = by_account({account}).get(account)
    if known is not None and not _is_ours(known, name, by, localdate(at)):
        raise Refusal(BELONGS_ELSEWHERE, account=account)
    person = known or register(Particulars(account, name, Standing.NONE), by=by.pk, at=at)
    take_step(person, kind=StepKind.APPLIED, on=on, branch=branch, by=by, at=at)
    return person


def _is_ours(person: Person, name: str, by: Person, on: date) -> bool:
    """Tell whether this is who is meant, no member yet, and in a place that the one who records reaches."""
    way, places = way_of(person), places_of(person, on)
    if way is not None and not way.is_over:
        places = paths_of([way.branch])
    mine = not places or any(reaches(by, place, on) for place in places)
    return person.name == name and person.standing == Standing.NONE and mine
