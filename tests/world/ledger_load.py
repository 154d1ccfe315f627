"""A program that writes for a benchmark: ``python -m world.ledger_load NAME``.

Each line on standard input is a kind and a count: ``create`` (a bare Django create() in a
transaction), ``append`` (a ledger entry in one) or ``both`` (both in one). For each line it writes
that often and answers with the longest single wait in seconds.
"""

import sys
import time
import uuid
from datetime import UTC, datetime

import django
from django.db import transaction

FACTS = {"to": 8, "standard": "形成清单并公开", "deadline_on": "2026-09-30"}


def main() -> None:
    """Write whenever asked, until the input ends."""
    django.setup()
    from django.contrib.sessions.models import Session  # noqa: PLC0415  # models need the settings first

    from luoshi.ground.ledger.actions import append  # noqa: PLC0415  # as above

    def write(kind: str, number: int) -> None:
        at = datetime.now(UTC)
        with transaction.atomic():
            if kind != "append":
                Session.objects.create(session_key=uuid.uuid4().hex, session_data="形成清单", expire_date=at)
            if kind != "create":
                chain = f"task:{sys.argv[1]}-{number % 50}"
                append(chain, "task.dispatched", by=5, at=at, facts=FACTS)

    for line in sys.stdin:
        kind, count = line.split()
        longest = 0.0
        for number in range(int(count)):
            begun = time.perf_counter()
            write(kind, number)
            longest = max(longest, time.perf_counter() - begun)
        sys.stdout.write(f"{longest}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
