"""Reads of calendar feeds: one's own, and the one that an address means."""

from luoshi.ground.accounts.queries import by_username
from luoshi.ground.people.models import Person

from .models import Feed


def feeds_of(person: Person) -> list[Feed]:
    """Return the person's feeds that are open, the newest first."""
    return list(Feed.objects.filter(person=person, revoked_at=None).order_by("-pk"))


def own_feed(person: Person, number: int) -> Feed | None:
    """Return the person's feed of that number, revoked or not; nothing for anybody else's."""
    return Feed.objects.filter(person=person, pk=number).first()


def feed_of(digest: str) -> Feed | None:
    """Return the open feed of that digest; nothing where its person may not sign in, or keeps the system."""
    feed = Feed.objects.filter(digest=digest, revoked_at=None).select_related("person").first()
    if feed is None:
        return None
    account = by_username(feed.person.account)
    return feed if account is not None and account.is_active and not account.office else None
