"""Somebody assumes a post, and vacates it."""

from datetime import date, datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from ..models import Holding, Person, Post, PostKind
from ..queries import during
from ..refusals import ENDS_BEFORE, HOLDS_ALREADY, NOT_HELD, TWO_HOLDERS
from .posts import fresh, refuse_ended


@transaction.atomic
def assume(
    post: Post,
    *,
    person: Person,
    from_on: date,
    until_on: date | None = None,
    by: int | None,
    at: datetime,
) -> Holding:
    """Let the person hold the post from a first to a last day, or without a last day; return the holding.

    Raises ``Refusal`` for a second holder at the same time, unless the post's kind is shared, for the same
    person twice, for an abolished post and for an end before the beginning.
    """
    current = fresh(post)
    refuse_ended(current)
    if until_on is not None and until_on < from_on:
        raise Refusal(ENDS_BEFORE, until_on=str(until_on), from_on=str(from_on))
    _refuse_second_holder(current, person, from_on, until_on)
    holding = Holding.objects.create(post=current, person=person, from_on=from_on, until_on=until_on)
    facts = {"person": person.account, "from_on": from_on, "until_on": until_on}
    append(current.chain, "post.assumed", by=by, at=at, facts=facts)
    return holding


def _refuse_second_holder(post: Post, person: Person, from_on: date, until_on: date | None) -> None:
    held = Holding.objects.filter(during(from_on, until_on), post=post).select_related("person")
    for holding in held.order_by("from_on"):
        holder = holding.person
        if holder == person:
            raise Refusal(HOLDS_ALREADY, holder=holder.name, title=post.title)
        if not PostKind(post.kind).is_shared:
            raise Refusal(TWO_HOLDERS, title=post.title, from_on=str(holding.from_on), holder=holder.name)


@transaction.atomic
def vacate(post: Post, *, person: Person, until_on: date, by: int | None, at: datetime) -> Holding:
    """Let ``until_on`` be the last day on which the person holds the post; return the holding.

    Raises ``Refusal`` when the person does not hold it on that day.
    """
    current = fresh(post)
    holding = Holding.objects.filter(during(until_on, until_on), post=current, person=person).first()
    if holding is None:
        raise Refusal(NOT_HELD, person=person.name, on=str(until_on), title=current.title)
    holding.until_on = until_on
    holding.save(update_fields=["until_on"])
    facts = {"person": person.account, "until_on": until_on}
    append(current.chain, "post.vacated", by=by, at=at, facts=facts)
    return holding
