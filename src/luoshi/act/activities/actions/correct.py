"""What was recorded is corrected by a new fact, or withdrawn; the former record stays to be read."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..expecting import seats
from ..models import Activity, Former
from ..queries import telling_of, took_part
from ..refusals import NOT_YOURS_TO_WITHDRAW, SEALED_STAYS, UNCHANGED, WITHDRAWN
from ..telling import Telling, changed
from .record import digest_of, refuse_recorded
from .soundness import refuse_reasonless, refuse_stranger, refuse_unsound
from .storing import Prepared, fields_of, put_parts


@transaction.atomic
def correct(activity: Activity, telling: Telling, *, reason: str, by: Person, at: datetime) -> Activity:
    """Let the telling be what the activity was, and return the activity; what stood before is kept with the reason.

    Enclosures stay as they are. Raises ``Refusal`` without a reason or a difference, for what was withdrawn or is
    confidential, and as ``record`` does.
    """
    current = _standing(activity)
    refuse_reasonless(reason)
    if current.confidential or telling.is_confidential:
        raise Refusal(SEALED_STAYS)
    refuse_stranger(current.organization, by, at)
    refuse_unsound(telling, at)
    refuse_recorded(telling, but=current.pk)
    was, now = telling_of(current).told(), telling.told()
    names = changed(was, now)
    if not names:
        raise Refusal(UNCHANGED)
    Former.objects.create(activity=current, telling=was, reason=reason.strip(), by=by, at=at)
    for part in (current.occasions, current.attendances, current.items):
        part.all().delete()
    put_parts([(current.pk, Prepared(telling, seats(telling), current.once))])
    Activity.objects.filter(pk=current.pk).update(**fields_of(telling), corrections=current.corrections + 1)
    facts = {"changed": names, "reason": reason.strip(), "was": digest_of(was), "digest": digest_of(now)}
    append(current.chain, "activity.corrected", by=by.pk, at=at, facts=facts)
    current.refresh_from_db()
    return current


@transaction.atomic
def withdraw(activity: Activity, *, reason: str, by: Person, at: datetime) -> Activity:
    """Let the activity count no more, and return it; what was recorded stays to be read.

    Raises ``Refusal`` without a reason, for what was withdrawn before, and where ``by`` may not.
    """
    current = _standing(activity)
    refuse_reasonless(reason)
    if not current.confidential:
        refuse_stranger(current.organization, by, at)
    elif not took_part(current, by):
        raise Refusal(NOT_YOURS_TO_WITHDRAW, name=by.name)
    current.withdrawn_on = localdate(at)
    # What was withdrawn may be recorded or brought once more.
    current.once = f"withdrawn:{current.pk}"
    current.save(update_fields=["withdrawn_on", "once"])
    current.occasions.all().delete()
    # A reason may say what the talk was about, so that of confidential ones it is asked for and not kept.
    facts = {} if current.confidential else {"reason": reason.strip()}
    append(current.chain, "activity.withdrawn", by=by.pk, at=at, facts=facts)
    return current


def _standing(activity: Activity) -> Activity:
    """Return the activity as it is now, locked until the transaction ends. Raises ``Refusal`` when it was withdrawn."""
    found = Activity.objects.select_for_update(of=("self",)).select_related(
        "organization", "chair", "partner"
    )
    current = found.get(pk=activity.pk)
    if current.withdrawn_on is not None:
        raise Refusal(WITHDRAWN, on=str(current.withdrawn_on))
    return current
