"""A program that appends to the ledger as fast as it can: ``python -m world.ledger_writer CHAIN… COUNT``.

It appends to the chains in turn, each entry in a transaction of its own, and prints one line for
each entry that the database has acknowledged: chain, sequence, digest.
"""

import sys
from datetime import UTC, datetime

import django
from django.db import transaction


def main() -> None:
    """Wait for a line on standard input, so that several begin together; then write."""
    django.setup()
    from luoshi.ground.ledger.actions import append  # noqa: PLC0415  # models need the settings first

    *names, count = sys.argv[1:]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(int(count)):
        with transaction.atomic():
            entry = append(
                names[number % len(names)],
                "task.advanced",
                by=7,
                at=datetime.now(UTC),
                facts={"note": "已完成一半", "share": number},
            )
        sys.stdout.write(f"{entry.chain} {entry.sequence} {entry.digest}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
