"""Verifies a whole ledger in constant memory: every chain from its first entry, then every seal."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import QuerySet

from luoshi.core.chain import Fault, Link, SealLink, chains, first_fault, first_seal_fault
from luoshi.ground.ledger.models import LINK_COLUMNS, Entry, Seal
from luoshi.ground.ledger.queries import digests_between

CHUNK = 2000

T = TypeVar("T")
Advance = Callable[[int], None]


@dataclass(frozen=True)
class Verdict:
    """How many entries and seals were looked at, and the first fault among them, if there is one.

    ``last_seal`` is the digest of the newest seal, to be compared with what was kept elsewhere.
    """

    entries: int
    seals: int
    fault: Fault | None
    last_seal: str | None


def extent(start: date | None = None) -> int:
    """Return how many steps ``verify`` from that day will take: one an entry, one a sealed entry."""
    after = _before(start)
    entries = Entry.objects.filter(id__gt=after.last if after else 0).count()
    sealed = sum(_seals_after(after).values_list("count", flat=True))
    return entries + sealed


def verify(*, start: date | None = None, advance: Advance = lambda _steps: None) -> Verdict:
    """Verify the entries from the first one sealed on or after the day ``start``, or all of them.

    What the seals before ``start`` cover is taken as good. ``advance`` is told of steps taken, a
    few thousand at a time. Reads one row after the other and keeps none.
    """
    after = _before(start)
    counter = _Counter(advance)
    # PostgreSQL streams only inside a transaction; SQLite's would shut every writer out meanwhile.
    reading: AbstractContextManager[object] = (
        transaction.atomic() if connection.vendor == "postgresql" else nullcontext()
    )
    with reading:
        fault = _first_chain_fault(after, counter)
        entries, seals = counter.steps, [seal.link for seal in _seals_after(after)]
        if fault is None:
            fault = first_seal_fault(
                seals, lambda first, last: counter.count(digests_between(first, last)), after
            )
    counter.tell()
    return Verdict(entries, len(seals), fault, seals[-1].digest if seals else None)


class _Counter:
    """Counts what passes through it and tells of it now and then."""

    def __init__(self, advance: Advance) -> None:
        self.steps = 0
        self._told = 0
        self._advance = advance

    def count(self, things: Iterable[T]) -> Iterator[T]:
        for thing in things:
            self.steps += 1
            if self.steps - self._told == CHUNK:
                self.tell()
            yield thing

    def tell(self) -> None:
        self._advance(self.steps - self._told)
        self._told = self.steps


def _before(start: date | None) -> SealLink | None:
    """Return the seal after which the verification begins."""
    seal = Seal.objects.filter(day__lt=start).order_by("day").last() if start else None
    return seal.link if seal else None


def _seals_after(before: SealLink | None) -> QuerySet[Seal]:
    seals = Seal.objects.order_by("day")
    return seals.filter(day__gt=before.day) if before else seals


def _first_chain_fault(before: SealLink | None, counter: _Counter) -> Fault | None:
    """Go through the chains one after the other, each in order of its sequence."""
    rows = Entry.objects.order_by("chain", "sequence", "id")
    if before:
        rows = rows.filter(id__gt=before.last)
    streamed = rows.values_list(*LINK_COLUMNS).iterator(chunk_size=CHUNK)
    for chain, links in chains(counter.count(map(Link._make, streamed))):
        fault = first_fault(links, _last_before(chain, before))
        if fault:
            return fault
    return None


def _last_before(chain: str, before: SealLink | None) -> Link | None:
    """Return the last entry of the chain that the given seal covers."""
    if before is None:
        return None
    entry = Entry.objects.filter(chain=chain, id__lte=before.last).order_by("sequence").last()
    return entry.link if entry else None
