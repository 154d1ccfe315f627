"""A feed is opened, and its secret told once; a feed is revoked, and its address leads nowhere."""

import secrets
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from .models import Feed
from .refusals import REVOKED, TOO_MANY

MOST = 5
SECRET_BYTES = 32


@transaction.atomic
def open_feed(person: Person, *, titles: bool, by: int, at: datetime) -> tuple[Feed, str]:
    """Open a feed for the person; return it with its secret, which nothing can tell again.

    Raises ``Refusal`` for somebody who has five already.
    """
    locked = Person.objects.select_for_update().get(pk=person.pk)
    count = Feed.objects.filter(person=locked, revoked_at=None).count()
    if count >= MOST:
        raise Refusal(TOO_MANY, count=str(count), limit=str(MOST))
    secret = secrets.token_urlsafe(SECRET_BYTES)
    feed = Feed.objects.create(person=locked, digest=digest_of(secret), titles=titles, opened_at=at)
    append(feed.chain, "feed.opened", by=by, at=at, facts={"feed": feed.pk, "titles": titles})
    return feed, secret


@transaction.atomic
def revoke(feed: Feed, *, by: int, at: datetime) -> None:
    """Let the feed's address lead nowhere from now on. Raises ``Refusal`` where it does already."""
    current = Feed.objects.select_for_update(of=("self",)).select_related("person").get(pk=feed.pk)
    if current.revoked_at is not None:
        raise Refusal(REVOKED, on=localdate(current.revoked_at).isoformat())
    current.revoked_at = at
    current.save(update_fields=["revoked_at"])
    append(current.chain, "feed.revoked", by=by, at=at, facts={"feed": current.pk})


def mark_read(feed: Feed, *, on: date) -> None:
    """Remember the day on which a program read the feed, so that its owner knows which one is in use."""
    Feed.objects.filter(pk=feed.pk).exclude(read_on=on).update(read_on=on)


def digest_of(secret: str) -> str:
    """Return what is kept of a feed's secret."""
    return sha256(secret.encode()).hexdigest()
