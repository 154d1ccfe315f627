"""An activity is recorded, and what it resolved becomes tasks."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.tasks.actions import dispatch, draft
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.chain import canonical, digest
from luoshi.core.lifecycle import Situation
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..confidences import Confided, seal
from ..expecting import seats
from ..models import STANDING, Activity, Confidence, Resolution
from ..refusals import RECORDED_ALREADY, WITHDRAWN
from ..telling import Decision, Telling
from .soundness import refuse_loose, refuse_outsider, refuse_stranger, refuse_unsound
from .storing import Prepared, store_all


@transaction.atomic
def record(
    telling: Telling, *, by: Person, at: datetime, once: str = "", decisions: Iterable[Decision] = ()
) -> Activity:
    """Record the activity and return it; what it decided is drafted and dispatched as tasks.

    ``once`` names the form: sent again, it gives back what it recorded. Raises ``Refusal`` for an
    telling that cannot be true, for the same activity recorded before, and where ``by`` may not.
    """
    # Whoever records for the same organization waits here, so that nothing is recorded twice.
    Organization.objects.select_for_update(no_key=True).get(pk=telling.organization.pk)
    known = Activity.objects.filter(once=once).first() if once else None
    if known is not None:
        return known
    if telling.is_confidential:
        refuse_outsider(telling, by)
    else:
        refuse_stranger(telling.organization, by, at)
    refuse_unsound(telling, at)
    refuse_recorded(telling)
    prepared = Prepared(telling, seats(telling), once or secrets.token_hex(16))
    [number] = store_all([prepared], at=at)
    activity = Activity.objects.select_related("organization").get(pk=number)
    facts = _sealed(activity, telling) if telling.is_confidential else facts_of(telling)
    append(activity.chain, "activity.recorded", by=by.pk, at=at, facts=facts)
    for decision in decisions:
        resolve(activity, decision, by=by, at=at)
    return activity


def refuse_recorded(telling: Telling, but: int | None = None) -> None:
    """Raise ``Refusal`` when the organization has such an activity on that day already; ``but`` is not looked at."""
    if telling.is_confidential:
        return
    organization, topic = telling.organization, telling.topic.strip()
    same = Activity.objects.filter(
        STANDING, organization=organization, held_on=telling.held_on, topic=topic, confidential=False
    )
    if (same if but is None else same.exclude(pk=but)).exists():
        raise Refusal(RECORDED_ALREADY, name=organization.name, on=str(telling.held_on), topic=topic)


def facts_of(telling: Telling) -> dict[str, Any]:
    """Return what the ledger is told: what, when, how many, and a digest that holds all the rest in place."""
    return {
        "organization": telling.organization.code,
        "kinds": sorted(telling.kinds),
        "held_on": telling.held_on,
        "topic": telling.topic.strip(),
        "present": len(telling.present),
        "absent": len(telling.attendees) - len(telling.present),
        "enclosures": [file.digest for file in telling.enclosures],
        "digest": digest_of(telling.told()),
    }


def digest_of(told: dict[str, Any]) -> str:
    """Return the digest of a telling as plain values, in hexadecimal."""
    return digest(settings.LUOSHI_DIGEST)(canonical(told).encode()).hex()


def _sealed(activity: Activity, telling: Telling) -> dict[str, Any]:
    """Store what is confidential under its seal; return the digest of the seal, from which nothing can be guessed."""
    people = tuple(each.person.pk for each in telling.attendees)
    confided = Confided(telling.topic.strip(), telling.minutes.strip(), people, telling.place.strip())
    sealed = seal(activity.chain, confided)
    Confidence.objects.create(activity=activity, sealed=sealed)
    return {"digest": digest(settings.LUOSHI_DIGEST)(sealed).hex()}


@transaction.atomic
def resolve(activity: Activity, decision: Decision, *, by: Person, at: datetime) -> Resolution:
    """Make a task of what the meeting decided, in the organization's name, and return the resolution.

    Raises ``Refusal`` for a decision without who, how well and by when, and what the loop refuses.
    """
    refuse_loose(decision)
    if activity.withdrawn_on is not None:
        raise Refusal(WITHDRAWN, on=str(activity.withdrawn_on))
    terms = Situation(standard=decision.standard.strip(), deadline_on=decision.deadline_on)
    proposal = Proposal(
        decision.text.strip(),
        decision.text.strip(),
        Origin.RESOLUTION,
        activity.organization,
        origin_reference=activity.chain,
        owner=decision.owner,
        owner_post=decision.owner_post,
        terms=terms,
    )
    task = dispatch(draft(proposal, by=by, at=at), by=by, at=at)
    resolution = Resolution.objects.create(activity=activity, task=task, text=decision.text.strip())
    facts = {"task": task.pk, "text": resolution.text, "on": localdate(at)}
    append(activity.chain, "activity.resolved", by=by.pk, at=at, facts=facts)
    return resolution
