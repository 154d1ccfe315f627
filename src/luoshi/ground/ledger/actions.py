"""The two writes of the ledger: one entry, and the seal of a day."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from luoshi.core.chain import GENESIS, Link, SealLink, Tree, canonical, signed, signed_seal
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.ledger.models import CHAIN_LENGTH, LINK_COLUMNS, Entry, Seal
from luoshi.ground.ledger.queries import digests_between, settled_id
from luoshi.ground.ledger.verbs import VERBS

RACES = 100

CONTENDED = N_("“{chain}”正被许多人同时办理，这一次没有记上：请稍等片刻再办一次。")
NOT_OVER = N_("{day} 还没有过完，不能封存当天的账本：请在次日零点以后再封。")
OUT_OF_ORDER = N_("{day} 之后的 {later} 已经封存，日封不能倒着补：{day} 的记录已在后面的日封里。")
STILL_WRITING = N_("还有办理正在写入账本，暂时不能封存：请稍等片刻再封一次。")


def _for_each_driver(statement: str) -> dict[str, str]:
    return {"sqlite": statement.replace("%s", "?"), "postgresql": statement}


# Written by hand because these two statements are most of what a ledgered act costs beyond itself.
_HEAD = _for_each_driver(
    "SELECT sequence, digest FROM ledger_entry WHERE chain = %s ORDER BY sequence DESC LIMIT 1"
)
_INSERT = _for_each_driver("""
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
    _refuse_misuse(chain, verb)
    unsigned = Link(chain, 0, verb, at, by, for_whom, canonical(facts), "", "", settings.LUOSHI_DIGEST)
    stored_at = connection.ops.adapt_datetimefield_value(at)
    for _race in range(RACES):
        sequence, previous = _row(_HEAD, (chain,)) or (0, GENESIS)
        link = signed(unsigned._replace(sequence=sequence + 1, previous=previous))
        # PostgreSQL waits here for whoever took the same place, and inserts nothing if they keep it;
        # SQLite's writers take turns, so there the place is always free.
        row = _row(_INSERT, (*link[:3], stored_at, *link[4:]))
        if row:
            return Entry.from_db(connection.alias, ("id", *LINK_COLUMNS), (row[0], *link))
    raise Refusal(CONTENDED, chain=chain)


def _row(statement: dict[str, str], parameters: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Run one statement and return its first row, where there is one.

    It goes to the driver itself, because on SQLite Django's own cursor takes three times as long as
    the statement does. Errors are Django's all the same.
    """
    connection.validate_no_broken_transaction()
    with connection.wrap_database_errors:
        row: tuple[Any, ...] | None = connection.connection.execute(
            statement[connection.vendor], parameters
        ).fetchone()
    return row


def _refuse_misuse(chain: str, verb: str) -> None:
    if not connection.in_atomic_block:
        raise TransactionManagementError("an entry is appended in the transaction of what it records")
    if verb not in VERBS:
        raise LookupError(f"{verb} is not in verbs.py")
    subject, _colon, name = chain.partition(":")
    if not subject or not name or len(chain) > CHAIN_LENGTH:
        raise ValueError(f"{chain!r} is not subject:name of at most {CHAIN_LENGTH} characters")


def seal_day(day: date, *, at: datetime) -> Seal:
    """Seal every entry not yet sealed up to the last one of that day (in the site's time zone).

    ``at`` is the moment of sealing, after the day's end. Sealing a day again returns its seal. A
    day without entries has a seal too, and days that were missed fall to the next seal made.

    Raises ``Refusal`` when the day is not over, when a later day is sealed already, and while
    transactions are still writing.
    """
    if timezone.localdate(at) <= day:
        raise Refusal(NOT_OVER, day=day.isoformat())
    try:
        with transaction.atomic():
            return _sealed(day) or _seal(day, at)
    except IntegrityError:
        # Somebody sealed in the same moment on PostgreSQL: no two seals may follow the same one.
        found = _sealed(day)
        if found:
            return found
        raise


def _sealed(day: date) -> Seal | None:
    """Return the seal of the day, where it has one. Raises ``Refusal`` when a later day has one and it has not."""
    later = Seal.objects.filter(day__gte=day).order_by("day").first()
    if later and later.day > day:
        raise Refusal(OUT_OF_ORDER, day=day.isoformat(), later=later.day.isoformat())
    return later


def _seal(day: date, at: datetime) -> Seal:
    newest = Seal.objects.order_by("day").last()
    settled = settled_id()
    if settled is None:
        raise Refusal(STILL_WRITING)
    before = newest.last if newest else 0
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    unsealed = Entry.objects.filter(id__gt=before, id__lte=settled, at__lt=end)
    last: int = unsealed.aggregate(last=Max("id"))["last"] or before
    tree = Tree(settings.LUOSHI_DIGEST)
    for each in digests_between(before + 1, last):
        tree.add(bytes.fromhex(each))
    previous = newest.digest if newest else GENESIS
    link = signed_seal(
        SealLink(day, before + 1, last, tree.size, tree.root().hex(), previous, "", settings.LUOSHI_DIGEST)
    )
    return Seal.objects.create(**asdict(link), at=at)
