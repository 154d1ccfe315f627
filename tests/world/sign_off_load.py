"""A program that fills a ledger with sign-offs and checks new ones: ``python -m world.sign_off_load COUNT``.

It prints as JSON how many seconds gathering took, for each labelled pair whether the second text was
flagged as repeating the first, and the wall times in milliseconds of each check and of taking in one more.
"""

import json
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import django
from django.db import transaction

from core.likeness.invented import pairs
from core.likeness.labelled import labelled

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
BATCH = 5000


def main() -> None:
    """Fill, gather, check, print."""
    django.setup()
    from luoshi.act.signoffs.actions import gather  # noqa: PLC0415  # settings first
    from luoshi.act.signoffs.queries import alike  # noqa: PLC0415  # as above

    everything = labelled()
    others = pairs(int(sys.argv[1]) - len(everything), seed=11)
    _report(1, [pair.one for pair in (*everything, *others)])
    begun = time.perf_counter()
    gathered = gather()
    seconds = time.perf_counter() - begun
    flagged, waits, gatherings = [], [], []
    for number, pair in enumerate(everything, 1):
        later = gathered + number
        _report(later, [pair.other])
        begun = time.perf_counter()
        gather()
        between = time.perf_counter()
        found = alike(cast("Task", SimpleNamespace(pk=later)))
        waits.append((time.perf_counter() - between) * 1000)
        gatherings.append((between - begun) * 1000)
        flagged.append((number in {each.task for each in found}, pair.same))
    told = {"gathered": gathered, "seconds": seconds, "flagged": flagged}
    json.dump({**told, "waits": waits, "gatherings": gatherings}, sys.stdout)


def _report(first: int, notes: Sequence[str]) -> None:
    from luoshi.ground.ledger.actions import Act, append_all  # noqa: PLC0415  # as above

    acts = [
        Act(f"task:{number}", "task.reported", 1, AT, {"note": note})
        for number, note in enumerate(notes, first)
    ]
    for start in range(0, len(acts), BATCH):
        with transaction.atomic():
            append_all(acts[start : start + BATCH])


if __name__ == "__main__":
    main()
