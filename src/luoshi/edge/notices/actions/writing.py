"""The digests of a morning are written, all or none."""

from collections.abc import Iterator
from datetime import datetime, time

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate, make_aware

from luoshi.core.periods import WorkCalendar
from luoshi.edge.exchange.notice_policy import NoticePolicy
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import last_before, settled_id, since
from luoshi.ground.people.models import Person

from ..composing import VERBS, Window, composed
from ..models import Delivery, Digest, Edition
from ..queries import last_edition

BATCH = 500
PAGE = 5000


def write_digests(*, at: datetime, policy: NoticePolicy, calendar: WorkCalendar) -> int | None:
    """Write today's digests with a delivery for each channel; return how many, nothing where it is not time.

    It is not time on rest days, before the morning's hour, where they are written already, and while the
    ledger is too busy to be read to its end. Whoever is killed has written none; of two at once one writes.
    """
    today, before = localdate(at), last_edition()
    early = at < make_aware(datetime.combine(today, policy.morning))
    if early or not calendar.is_workday(today) or (before is not None and before.day >= today):
        return None
    last = settled_id()
    if last is None:
        return None
    after_on = before.day if before else calendar.add_workdays(today, -1)
    first = before.last if before else last_before(make_aware(datetime.combine(after_on, time())))
    parts = composed(_entries(first, last), Window(after_on, today, calendar))
    digests = [Digest(person_id=person, day=today, parts=each) for person, each in sorted(parts.items())]
    try:
        with transaction.atomic():
            Edition.objects.create(day=today, first=first, last=last, at=at)
            _store(digests, policy)
    except IntegrityError:
        # Somebody else wrote this morning meanwhile; any other breach is a fault.
        if last_edition() == before:
            raise
        return None
    return len(digests)


def _entries(first: int, last: int) -> Iterator[Entry]:
    while page := since(first, limit=PAGE, verbs=VERBS):
        yield from (entry for entry in page if entry.pk <= last)
        first = page[-1].pk
        if first > last:
            return


def _store(digests: list[Digest], policy: NoticePolicy) -> None:
    kept = Digest.objects.bulk_create(digests, batch_size=BATCH)
    outgoing = [Delivery(digest=digest, channel=each.name) for digest in kept for each in policy.channels]
    Delivery.objects.bulk_create(outgoing, batch_size=BATCH)


def mark_read(person: Person, *, at: datetime) -> int:
    """Mark all digests of the person as read, and return how many were not."""
    return Digest.objects.filter(person=person, read_at=None).update(read_at=at)
