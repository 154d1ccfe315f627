"""A program that writes for a benchmark: ``python -m world.ledger_load KIND CHAINS COUNT``.

KIND is ``create`` (a bare Django create() in a transaction), ``append`` (a ledger entry in one) or
``both`` (both in one). It waits for a line on standard input, writes COUNT times and prints the
longest single wait in seconds.
"""

import sys
import time
import uuid
from datetime import UTC, datetime

import django
from django.db import transaction

FACTS = {"to": 8, "standard": "形成清单并公开", "deadline_on": "2026-09-30"}


def main() -> None:
    """Write, and say how long the slowest write took."""
    django.setup()
    from django.contrib.sessions.models import Session  # noqa: PLC0415  # models need the settings first

    from luoshi.ground.ledger.actions import append  # noqa: PLC0415  # as above

    kind, prefix, count = sys.argv[1:]
    longest = 0.0

    def write(number: int) -> None:
        at = datetime.now(UTC)
        with transaction.atomic():
            if kind != "append":
                Session.objects.create(
                    session_key=uuid.uuid4().hex, session_data="形成清单并公开", expire_date=at
                )
            if kind != "create":
                append(f"task:{prefix}-{number % 50}", "task.dispatched", by=5, at=at, facts=FACTS)

    for number in range(20):
        write(number)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(int(count)):
        begun = time.perf_counter()
        write(number)
        longest = max(longest, time.perf_counter() - begun)
    sys.stdout.write(f"{longest}\n")


if __name__ == "__main__":
    main()
