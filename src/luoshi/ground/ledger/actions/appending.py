"""One entry is appended to the chain of its subject."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.transaction import TransactionManagementError

from luoshi.core.chain import GENESIS, Link, canonical, signed
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.ledger.models import CHAIN_LENGTH, LINK_COLUMNS, Entry
from luoshi.ground.ledger.verbs import VERBS
from luoshi.ground.statements import for_each_driver, run

RACES = 100

CONTENDED = N_("“{chain}”正被许多人同时办理，这一次没有记上：请稍等片刻再办一次。")


# Written by hand because these two statements are most of what a ledgered act costs beyond itself.
_HEAD = for_each_driver(
    "SELECT sequence, digest FROM ledger_entry WHERE chain = %s ORDER BY sequence DESC LIMIT 1"
)
_INSERT = for_each_driver("""
INSERT INTO ledger_entry (chain, sequence, verb, at, "by", for_whom, facts, previous, digest, algorithm)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (chain, sequence) DO NOTHING RETURNING id
""")


def append(
    chain: str,
    verb: str,
    *,
    by: int | None,
    at: datetime,
    facts: Mapping[str, Any],
    for_whom: int | None = None,
) -> Entry:
    """Append what happened to the chain of its subject (``task:12``), inside the caller's transaction.

    ``by`` and ``for_whom`` are ids of persons; ``by`` is nothing where the system acts by policy.
    ``facts`` may hold text, whole numbers, yes or no, nothing, days, moments, lists and mappings.

    Raises ``TransactionManagementError`` outside a transaction; ``LookupError`` for a verb that
    ``verbs.py`` does not know; ``ValueError`` for a chain that is not ``subject:name`` or a moment
    without time zone; ``TypeError`` and ``ValueError`` for facts without a single spelling;
    ``Refusal`` when a hundred others came first.
    """
    refuse_misuse(chain, verb)
    unsigned = Link(chain, 0, verb, at, by, for_whom, canonical(facts), "", "", settings.LUOSHI_DIGEST)
    stored_at = connection.ops.adapt_datetimefield_value(at)
    for _race in range(RACES):
        sequence, previous = run(_HEAD, (chain,)).fetchone() or (0, GENESIS)
        link = signed(unsigned._replace(sequence=sequence + 1, previous=previous))
        # PostgreSQL waits here for whoever took the same place, and inserts nothing if they keep it;
        # SQLite's writers take turns, so there the place is always free.
        row = run(_INSERT, (*link[:3], stored_at, *link[4:])).fetchone()
        if row:
            return Entry.from_db(connection.alias, ("id", *LINK_COLUMNS), (row[0], *link))
    raise Refusal(CONTENDED, chain=chain)


def refuse_misuse(chain: str, verb: str) -> None:
    """Raise what ``append`` raises for a call that no user can cause."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("an entry is appended in the transaction of what it records")
    if verb not in VERBS:
        raise LookupError(f"{verb} is not in verbs.py")
    subject, _colon, name = chain.partition(":")
    if not subject or not name or len(chain) > CHAIN_LENGTH:
        raise ValueError(f"{chain!r} is not subject:name of at most {CHAIN_LENGTH} characters")
