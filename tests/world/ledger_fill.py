"""A program that fills a ledger for a benchmark: ``python -m world.ledger_fill COUNT``.

It writes sound entries in bulk, ten to a chain, two days sealed.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

import django

BEGUN = datetime(2026, 3, 1, 1, tzinfo=UTC)
BATCH = 5000


def main() -> None:
    """Fill and seal."""
    django.setup()
    from luoshi.core.chain import GENESIS, Link, canonical, signed  # noqa: PLC0415  # settings first
    from luoshi.ground.ledger.actions import seal_day  # noqa: PLC0415  # as above
    from luoshi.ground.ledger.models import LINK_COLUMNS, Entry  # noqa: PLC0415  # as above

    count = int(sys.argv[1])
    heads: dict[int, str] = {}

    def entries() -> Iterator[Entry]:
        # Neighbours in time belong to different chains, as on a working day.
        chains = max(count // 10, 1)
        for number in range(count):
            chain, sequence = number % chains, number // chains + 1
            facts = canonical({"to": number, "standard": "形成清单并公开", "deadline_on": "2026-09-30"})
            at = BEGUN + timedelta(days=number * 2 // count, milliseconds=number % 1000)
            previous = heads.get(chain, GENESIS)
            link = signed(
                Link(f"task:{chain}", sequence, "task.dispatched", at, 5, None, facts, previous, "", "sha256")
            )
            heads[chain] = link.digest
            yield Entry(**dict(zip(LINK_COLUMNS, link, strict=True)))

    stream = entries()
    while batch := list(islice(stream, BATCH)):
        Entry.objects.bulk_create(batch)
    for day in range(2):
        seal_day((BEGUN + timedelta(day)).date(), at=BEGUN + timedelta(day + 1))


if __name__ == "__main__":
    main()
