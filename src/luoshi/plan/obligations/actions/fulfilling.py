"""What was fulfilled is recorded, and taken back where it was recorded by mistake."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.core.rules import KIND_LABELS, ReportKind
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization

from ..lengths import NOTE_LENGTH
from ..models import Fulfilment
from ..refusals import DISSOLVED, FULFILLED_ALREADY, IN_FUTURE, NO_REPORT, WITHDRAWN_ALREADY


@transaction.atomic
def fulfil(
    organization: Organization, kind: str, *, made_on: date, by: int | None, at: datetime, note: str = ""
) -> Fulfilment:
    """Record that the organization did what it owes of that kind on that day, and return it.

    Raises ``Refusal`` for a kind that is no report, a day to come, the same again, and a dissolved organization.
    """
    if kind not in set(ReportKind):
        raise Refusal(NO_REPORT, kind=kind)
    if made_on > localdate(at):
        raise Refusal(IN_FUTURE, on=made_on.isoformat())
    refuse_overlong(note, NOTE_LENGTH)
    current = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    if current.dissolved_on is not None:
        raise Refusal(DISSOLVED, name=current.name)
    same = Fulfilment.objects.filter(organization=current, kind=kind, made_on=made_on, withdrawn_at=None)
    if same.exists():
        facts = {"name": current.name, "on": made_on.isoformat(), "kind": KIND_LABELS[kind]}
        raise Refusal(FULFILLED_ALREADY, **facts)
    made = Fulfilment.objects.create(
        organization=current, kind=kind, made_on=made_on, note=note.strip(), by_id=by, recorded_at=at
    )
    told = {"organization": current.code, "kind": kind, "made_on": made_on, "note": made.note}
    append(made.chain, "fulfilment.recorded", by=by, at=at, facts=told)
    return made


@transaction.atomic
def withdraw(fulfilment: Fulfilment, *, by: int | None, at: datetime) -> None:
    """Let the fulfilment count no more. Raises ``Refusal`` where it does not already."""
    current = Fulfilment.objects.select_for_update(of=("self",)).get(pk=fulfilment.pk)
    if current.withdrawn_at is not None:
        raise Refusal(WITHDRAWN_ALREADY)
    current.withdrawn_at = at
    current.save(update_fields=["withdrawn_at"])
    append(current.chain, "fulfilment.withdrawn", by=by, at=at, facts={"kind": current.kind})
