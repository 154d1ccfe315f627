"""A rule that costs more than the budget is approved by whoever leads, with a reason."""

from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..authority import refuse_no_approver
from ..budget import budgeted
from ..lengths import WHY_LENGTH
from ..models import RuleVersion
from ..refusals import APPROVED_ALREADY, WHYLESS, WITHIN_BUDGET
from .drafting import refuse_published


@transaction.atomic
def approve(version: RuleVersion, *, why: str, by: Person, at: datetime) -> RuleVersion:
    """Let the draft be published although it exceeds the budget, and return it; the reason stands in the ledger.

    Raises ``Refusal`` without a reason, within the budget, for its drafter, and for who does not lead.
    """
    related = ("rule__organization", "approved_by")
    locked = RuleVersion.objects.select_for_update(of=("self",)).select_related(*related)
    current = locked.get(pk=version.pk)
    refuse_published(current)
    for_whom = refuse_no_approver(current.rule.organization, current.drafted_by_id, by, at)
    if current.approved_by is not None:
        raise Refusal(APPROVED_ALREADY, name=current.approved_by.name)
    if not why.strip():
        raise Refusal(WHYLESS)
    refuse_overlong(why, WHY_LENGTH)
    figures = budgeted(current)
    if not figures.exceeded:
        raise Refusal(WITHIN_BUDGET)
    current.approved_by, current.approved_why = by, why.strip()
    current.save(update_fields=["approved_by", "approved_why"])
    facts = {
        "version": current.number,
        "digest": current.digest,
        "why": current.approved_why,
        "minutes": figures.minutes,
    }
    append(current.rule.chain, "rule.approved", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current
