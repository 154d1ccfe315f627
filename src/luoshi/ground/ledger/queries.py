"""Reads of the ledger: the story of one subject, news for the outbox, the way from an entry to its seal."""

import time
from collections.abc import Collection, Iterator
from datetime import datetime

from django.db import connection
from django.db.models import Max

from luoshi.core.chain import InclusionProof, audit_path
from luoshi.ground.ledger.models import Entry, Seal
from luoshi.ground.statements import LARGEST_ID, for_each_driver, run
from luoshi.ground.tables import StoredTable

_ENTRIES = StoredTable(Entry)
# Written by hand because every page of a task asks it.
_LATER = for_each_driver(
    "SELECT {columns} FROM ledger_entry WHERE chain = %s AND sequence > %s ORDER BY sequence",
    columns=_ENTRIES.columns(),
)

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
    return later(chain, 0)


def length(chain: str) -> int:
    """Return how many entries the subject has, which is the sequence of the last."""
    return Entry.objects.filter(chain=chain).aggregate(last=Max("sequence"))["last"] or 0


def later(chain: str, sequence: int) -> list[Entry]:
    """Return the entries of one subject after its entry of that sequence, first to last."""
    return [_ENTRIES.made(row) for row in run(_LATER, (chain, min(sequence, LARGEST_ID))).fetchall()]


def latest(chains: Collection[str], limit: int) -> list[Entry]:
    """Return the newest entries of several subjects, the newest first."""
    return list(Entry.objects.filter(chain__in=chains).order_by("-id")[:limit])


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


def last_before(moment: datetime) -> int:
    """Return the id of the last entry made before that moment, 0 when there is none."""
    # From the newest back, because whoever asks wants to know where yesterday began.
    newest = Entry.objects.filter(at__lt=moment).order_by("-id").values_list("id", flat=True).first()
    return newest or 0


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
