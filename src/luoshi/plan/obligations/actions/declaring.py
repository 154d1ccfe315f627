"""An organization says what no register tells about it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.membership.intervals import admissions
from luoshi.core.refusals import Refusal
from luoshi.core.rules import FACTS, Value
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization

from ..models import DeclaredFact
from ..refusals import DISSOLVED, SAID_ALREADY, TOLD_ALREADY, UNKNOWN_FACT, WRONG_VALUE
from ..register import told
from ..subjects import declared


@transaction.atomic
def declare(
    organization: Organization, name: str, value: Value | None, *, by: int | None, at: datetime
) -> DeclaredFact:
    """Let the organization's fact of that name be this value from now on; None takes back what was said.

    Raises ``Refusal`` for what is no fact, what registers tell, a value of another type, and no change.
    """
    fact = FACTS.get(name)
    if fact is None:
        raise Refusal(UNKNOWN_FACT, fact=name)
    current = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    if current.dissolved_on is not None:
        raise Refusal(DISSOLVED, name=current.name)
    if (
        fact.computed
        or name in told([current], [current.path], admissions([current.path]), localdate(at))[current.pk]
    ):
        raise Refusal(TOLD_ALREADY, fact=fact.label)
    if value is not None and not fact.admits(value):
        raise Refusal(WRONG_VALUE, fact=fact.label, value=str(value))
    was = declared([current.path]).get(current.pk, {}).get(name)
    if was == value:
        raise Refusal(SAID_ALREADY, fact=fact.label)
    row = DeclaredFact.objects.create(organization=current, name=name, value=_plain(value), by_id=by, at=at)
    facts = {"fact": name, "was": _plain(was), "value": _plain(value)}
    append(current.chain, "organization.fact_declared", by=by, at=at, facts=facts)
    return row


def _plain(value: Value | None) -> bool | int | str | None:
    return value.isoformat() if isinstance(value, date) else value
