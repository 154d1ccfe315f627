"""What waits is sent, one after the other, each claimed before it leaves and settled afterwards."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from luoshi.core.periods import WorkCalendar
from luoshi.edge.exchange.notice_policy import Channel, NoticePolicy

from . import words
from .actions import claim, doubt, settle
from .addresses import Unaddressed, address
from .models import Delivery
from .queries import due, may_send, parts_of
from .reasons import NO_CHANNEL, REFUSED, UNREACHABLE
from .transport import Outcome, hand_over

# Only what may be otherwise in an hour is tried again by itself; the rest waits for somebody.
PASSING = (REFUSED, UNREACHABLE)

Clock = Callable[[], datetime]
Advance = Callable[[int], None]


def send(
    *, clock: Clock, policy: NoticePolicy, calendar: WorkCalendar, advance: Advance = lambda _count: None
) -> Counter[str]:
    """Send everything that is due, and return how many came to which outcome, ``doubted`` ones of others included.

    Several may send at once, and any of them may be killed: what it had in hand is then said to be unclear after
    ten minutes. Stops where quiet hours begin.
    """
    done: Counter[str] = Counter(doubted=doubt(at=clock()))
    last = 0
    while may_send(at := clock(), policy, calendar):
        delivery = due(at, localdate(at)).filter(pk__gt=last).select_related("digest__person").first()
        if delivery is None:
            break
        last = delivery.pk
        if claim(delivery, at=at):
            outcome, reason = _attempt(delivery, policy)
            again_at = _again_at(delivery, reason, clock(), policy)
            settle(delivery, outcome, reason, at=clock(), again_at=again_at)
            done[outcome.value] += 1
        advance(1)
    return done


def _attempt(delivery: Delivery, policy: NoticePolicy) -> tuple[Outcome, str]:
    channel = next((each for each in policy.channels if each.name == delivery.channel), None)
    if channel is None:
        return Outcome.FAILED, NO_CHANNEL
    try:
        where = address(channel.name, delivery.digest.person, f"luoshi-{delivery.pk}")
    except Unaddressed as refused:
        return Outcome.FAILED, refused.reason
    title, body = _text(delivery, channel, policy)
    return hand_over(where, title, body)


def _text(delivery: Delivery, channel: Channel, policy: NoticePolicy) -> tuple[str, str]:
    digest = delivery.digest
    parts = parts_of([digest])[digest.pk]
    return words.headline(digest, parts), words.body(parts, titles=channel.titles, site=policy.site)


def _again_at(delivery: Delivery, reason: str, at: datetime, policy: NoticePolicy) -> datetime | None:
    left = policy.retries[delivery.attempts :]
    return at + timedelta(minutes=left[0]) if reason in PASSING and left else None
