"""A notice of supervision is issued for a task."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from luoshi.act.tasks.selection import IN_HAND
from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..models import SupervisionNotice
from ..queries import issuing_hat
from ..refusals import NO_DEMAND, NOT_IN_HAND, NOT_YOURS
from ..stages import DEMAND_LENGTH

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@transaction.atomic
def issue(task: Task, *, demand: str, reply_by_on: date, by: Person, at: datetime) -> SupervisionNotice:
    """Issue a notice with the next number of the task's issuer in that year, and return it.

    Raises ``Refusal`` for whoever is neither issuer nor supervisor, for a task that nobody has in hand, without a
    demand and for one that is too long.
    """
    on, said = localdate(at), demand.strip()
    may, for_whom = issuing_hat(task, by, on)
    if not may:
        raise Refusal(NOT_YOURS, number=str(task.pk))
    if task.state not in IN_HAND:
        raise Refusal(NOT_IN_HAND, number=str(task.pk))
    if not said:
        raise Refusal(NO_DEMAND)
    refuse_overlong(said, DEMAND_LENGTH)
    # Whoever numbers holds the issuer's row, so that two never draw the same number.
    issuer = Organization.objects.select_for_update().get(pk=task.issuer_id)
    of_year = SupervisionNotice.objects.filter(issuer=issuer, year=on.year)
    number = (of_year.aggregate(last=Max("number"))["last"] or 0) + 1
    notice = SupervisionNotice.objects.create(
        task=task.pk, issuer=issuer, year=on.year, number=number,
        issued_on=on, reply_by_on=reply_by_on, demand=said, by=by,
    )  # fmt: skip
    facts = {"year": on.year, "number": number, "demand": said, "reply_by_on": reply_by_on}
    append(task.chain, "notice.issued", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return notice
