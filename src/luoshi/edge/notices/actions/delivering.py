"""A delivery is claimed, settled, doubted, retried. Each is one statement that only one can win."""

from datetime import datetime, timedelta

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from ..models import Delivery
from ..queries import UNSETTLED
from ..reasons import CUT_OFF
from ..refusals import NOT_OPEN
from ..stages import Stage
from ..transport import Outcome

# Longer than any attempt can take, so whoever claimed it that long ago is gone.
PATIENCE = timedelta(minutes=10)


def claim(delivery: Delivery, *, at: datetime) -> bool:
    """Take the delivery in hand for one attempt; return whether nobody else did.

    This is committed before anything leaves the house, so that whoever is killed while sending leaves it claimed.
    """
    mine = Delivery.objects.filter(pk=delivery.pk, stage=delivery.stage, attempts=delivery.attempts)
    return bool(
        mine.update(
            stage=Stage.CLAIMED, attempts=delivery.attempts + 1, claimed_at=at, again_at=None, reason=""
        )
    )


def settle(
    delivery: Delivery, outcome: Outcome, reason: str, *, at: datetime, again_at: datetime | None
) -> None:
    """Store what became of the attempt, and when a failed one is tried again."""
    mine = Delivery.objects.filter(pk=delivery.pk, stage=Stage.CLAIMED, attempts=delivery.attempts + 1)
    mine.update(stage=Stage(outcome.value), reason=reason, ended_at=at, again_at=again_at)


def doubt(*, at: datetime) -> int:
    """Say of what was claimed long ago that it may have been sent, and return how many; it is not sent again."""
    left = Delivery.objects.filter(stage=Stage.CLAIMED, claimed_at__lt=at - PATIENCE)
    return left.update(stage=Stage.UNCLEAR, reason=CUT_OFF, ended_at=at)


@transaction.atomic
def retry(number: int, *, by: int, at: datetime) -> None:
    """Let a delivery that failed or is unclear wait for the next sending. Raises ``Refusal`` for any other."""
    found = Delivery.objects.select_for_update().filter(pk=number, stage__in=UNSETTLED).first()
    if found is None:
        raise Refusal(NOT_OPEN)
    facts = {"channel": found.channel, "stage": found.stage, "reason": found.reason}
    Delivery.objects.filter(pk=number).update(stage=Stage.WAITING, reason="", again_at=None)
    append(found.chain, "notice.retried", by=by, at=at, facts=facts)
