"""How somebody's membership begins, becomes full, and ends: days, and for an end one of a few causes."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization

from ..models import Cause, Person, Standing
from ..refusals import (
    MEMBER_ALREADY,
    NEVER_ON_PROBATION,
    NOT_MEMBER,
    NOT_ON_PROBATION,
    STILL_TO_COME,
    TOO_EARLY_A_DAY,
)
from .persons import fresh
from .soundness import refuse_home


@transaction.atomic
def admit(person: Person, *, home: Organization, on: date, by: int | None, at: datetime) -> Person:
    """Let the person be a member on probation in the branch, from the day of the branch's vote; return him.

    Raises ``Refusal`` for somebody who is a member, a day to come, and what is no active branch.
    """
    current = fresh(person)
    _refuse_future(on, at)
    refuse_home(current.name, home)
    if current.standing != Standing.NONE:
        raise Refusal(MEMBER_ALREADY, name=current.name, standing=str(Standing(current.standing).label))
    current.standing, current.joined_on, current.home = Standing.PROBATIONARY, on, home
    current.save(update_fields=["standing", "joined_on", "home"])
    append(current.chain, "person.admitted", by=by, at=at, facts={"on": on, "home": home.code})
    return current


@transaction.atomic
def become_full(person: Person, *, on: date, by: int | None, at: datetime) -> Person:
    """Let the person on probation be a full member from that day; return him. Raises ``Refusal`` for anybody else."""
    current = fresh(person)
    _refuse_future(on, at)
    if current.standing != Standing.PROBATIONARY:
        raise Refusal(NOT_ON_PROBATION, name=current.name)
    if current.joined_on is not None and on < current.joined_on:
        raise Refusal(TOO_EARLY_A_DAY, on=str(on), joined=str(current.joined_on))
    current.standing = Standing.FULL
    current.save(update_fields=["standing"])
    append(current.chain, "person.confirmed", by=by, at=at, facts={"on": on})
    return current


@transaction.atomic
def stop(person: Person, *, on: date, by: int | None, at: datetime, cause: Cause = Cause.LAPSED) -> Person:
    """Let the membership end on that day for that cause, and return the person.

    Raises ``Refusal`` for somebody who is no member, a day to come, and a probation refused to somebody on none.
    """
    current = fresh(person)
    _refuse_future(on, at)
    if current.standing == Standing.NONE:
        raise Refusal(NOT_MEMBER, name=current.name)
    if cause is Cause.REFUSED and current.standing != Standing.PROBATIONARY:
        raise Refusal(NEVER_ON_PROBATION, name=current.name)
    code = current.home.code if current.home else None
    facts = {"on": on, "cause": cause, "standing": current.standing, "home": code}
    current.standing, current.joined_on, current.home = Standing.NONE, None, None
    current.save(update_fields=["standing", "joined_on", "home"])
    append(current.chain, "person.stopped", by=by, at=at, facts=facts)
    return current


def _refuse_future(on: date, at: datetime) -> None:
    if on > localdate(at):
        raise Refusal(STILL_TO_COME, on=str(on))
