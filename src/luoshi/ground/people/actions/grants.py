"""Somebody lets another stand in for him, and takes it back."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from ..models import Grant, Holding, Person
from ..queries import during
from ..refusals import ENDS_BEFORE, GRANT_OVER, NOTHING_TO_GRANT, OVERLAPPING_GRANT, SELF_GRANT
from .persons import fresh


@transaction.atomic
def give_grant(
    grantor: Person, *, stand_in: Person, from_on: date, until_on: date, by: int | None, at: datetime
) -> Grant:
    """Let ``stand_in`` do from a first to a last day what the grantor's posts may do; return the grant.

    Raises ``Refusal`` for a grant to oneself, an end before the beginning, a grantor without a post then,
    and a time in which the grantor has granted already.
    """
    current = fresh(grantor)
    if stand_in == current:
        raise Refusal(SELF_GRANT, name=current.name)
    if until_on < from_on:
        raise Refusal(ENDS_BEFORE, until_on=str(until_on), from_on=str(from_on))
    if not Holding.objects.filter(during(from_on, until_on), person=current).exists():
        raise Refusal(NOTHING_TO_GRANT, name=current.name, from_on=str(from_on))
    _refuse_overlap(current, from_on, until_on)
    grant = Grant.objects.create(grantor=current, stand_in=stand_in, from_on=from_on, until_on=until_on)
    facts = {
        "grant": grant.pk,
        "grantor": current.account,
        "stand_in": stand_in.account,
        "from_on": from_on,
        "until_on": until_on,
    }
    append(grant.chain, "grant.given", by=by, at=at, facts=facts)
    return grant


def _refuse_overlap(grantor: Person, from_on: date, until_on: date) -> None:
    other = (
        Grant.objects.filter(during(from_on, until_on), grantor=grantor).select_related("stand_in").first()
    )
    if other is not None:
        facts = {
            "from_on": str(other.from_on),
            "until_on": str(other.until_on),
            "stand_in": other.stand_in.name,
        }
        raise Refusal(OVERLAPPING_GRANT, name=grantor.name, **facts)


@transaction.atomic
def revoke_grant(grant: Grant, *, by: int | None, at: datetime) -> Grant:
    """Let the grant end with the day before ``at``, from now on at once; return it.

    Revoked before or on its first day, it never held. Raises ``Refusal`` when it is over already.
    """
    fresh(grant.grantor)
    current = Grant.objects.select_related("grantor").get(pk=grant.pk)
    today = localdate(at)
    if current.until_on < today:
        raise Refusal(GRANT_OVER, until_on=str(current.until_on))
    current.until_on = today - timedelta(days=1)
    current.save(update_fields=["until_on"])
    facts = {"grant": current.pk, "until_on": current.until_on}
    append(current.chain, "grant.revoked", by=by, at=at, facts=facts)
    return current
