"""Reads of the ledger: the story of one subject, news for the outbox, the way from an entry to its seal."""

import time
from collections.abc import Collection, Iterator

from django.db import connection
from django.db.models import Max

from luoshi.core.chain import InclusionProof, audit_path
from luoshi.ground.ledger.models import Entry, Seal

PAGE = 1000
POLL_SECONDS = 0.01
PATIENCE_SECONDS = 5.0

# Whoever inserts holds this lock from before it draws an id until it commits.
_WRITERS = """
SELECT virtualtransaction FROM pg_locks
WHERE relation = 'ledger_entry'::regclass AND mode = 'RowExclusiveLock' AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND pid IS DISTINCT FROM pg_backend_pid()
"""


def story(chain: str) -> list[Entry]:
    """Return all entries of one subject, such as ``task:12``, first to last."""
    return list(Entry.objects.filter(chain=chain).order_by("sequence"))


def since(entry_id: int, *, limit: int = PAGE, verbs: Collection[str] | None = None) -> list[Entry]:
    """Return up to ``limit`` entries after the one with that id (0: from the first), by id; of those verbs only.

    A reader that remembers the last id it was given misses nothing: an entry is only given once
    no entry with a smaller id can appear any more. While that is uncertain, nothing is given.
    """
    until = settled_id()
    if until is None:
        return []
    news = Entry.objects.filter(id__gt=entry_id, id__lte=until)
    if verbs is not None:
        news = news.filter(verb__in=verbs)
    return list(news.order_by("id")[:limit])


def settled_id() -> int | None:
    """Return an id up to which every entry is visible that ever will be; 0 when there are none.

    On PostgreSQL a transaction that drew a smaller id may commit later, so this waits for those
    that were writing when it looked, never for later ones; after five seconds it returns nothing.
    On SQLite writers take turns and nothing has to be waited for.
    """
    newest: int = Entry.objects.aggregate(newest=Max("id"))["newest"] or 0
    if connection.vendor != "postgresql":
        return newest
    writing, patience = _writers(), PATIENCE_SECONDS
    while writing:
        if patience <= 0:
            return None
        time.sleep(POLL_SECONDS)
        patience -= POLL_SECONDS
        writing &= _writers()
    return newest


def inclusion_proof(entry: Entry) -> InclusionProof | None:
    """Return the proof that the entry stands under its daily seal, or nothing while it is not sealed yet."""
    seal = Seal.objects.filter(first__lte=entry.id, last__gte=entry.id).first()
    if seal is None:
        return None
    index = Entry.objects.filter(id__gte=seal.first, id__lt=entry.id).count()
    leaves = map(bytes.fromhex, digests_between(seal.first, seal.last))
    path = audit_path(leaves, seal.count, index, seal.algorithm)
    return InclusionProof(entry.link, index, tuple(each.hex() for each in path), seal.link)


def newest_seals(limit: int) -> list[Seal]:
    """Return the newest seals, newest first."""
    return list(Seal.objects.order_by("-day")[:limit])


def seals_made() -> int:
    """Return how many days have a seal."""
    return Seal.objects.count()


def digests_between(first: int, last: int) -> Iterator[str]:
    """Stream the digests of the entries with ids from ``first`` to ``last``, both included, by id."""
    rows = Entry.objects.filter(id__gte=first, id__lte=last).order_by("id")
    return rows.values_list("digest", flat=True).iterator(chunk_size=PAGE)


def _writers() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(_WRITERS)
        return {row[0] for row in cursor.fetchall()}
