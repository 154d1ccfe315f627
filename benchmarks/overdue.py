"""What is overdue below an organization: the first fifty in 50 ms, of ten million tasks.

Give a number of tasks to measure at another scale. The province that is measured is told in
``tests/world/province.py``.
"""

import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from django.db import connection

from world.measuring import on_each_database, timed  # found through the line above
from world.province import TODAY, fill, tree

TASKS = 10_000_000
BAR_SECONDS = 0.05
ROUNDS = 50

PLACES = {
    "the province": "0001",
    "a city": "00010005",
    "a county": "000100050002",
    "a unit": "0001000500020007",
    "a branch": "00010005000200070007",
    "a county with very many": "000100010001",
    "a city with none": "00010010",
    "a county with none": "000100100001",
}


def _measure(count: int) -> bool:
    from luoshi.act.tasks.lateness import longest_overdue, overdue_count  # noqa: PLC0415  # Django is set up later
    from luoshi.act.tasks.queries import overdue  # noqa: PLC0415  # as above
    from luoshi.ground.organizations.models import Organization  # noqa: PLC0415  # as above
    from luoshi.ground.organizations.queries import subtree  # noqa: PLC0415  # as above

    begun = time.perf_counter()
    tree()
    fill(count)
    print(f"{connection.vendor}: {count:,} tasks, filled in {time.perf_counter() - begun:.0f} s", flush=True)
    kept = True
    for name, path in PLACES.items():
        place = Organization.objects.get(path=path)
        spent, rare = timed(partial(longest_overdue, place, TODAY), ROUNDS)
        counted, _rare = timed(partial(overdue_count, place, TODAY), ROUNDS)
        right = longest_overdue(place, TODAY) == list(overdue(place, TODAY)[:50])
        kept = kept and spent <= BAR_SECONDS and right
        print(
            f"  {name:24}{subtree(place).count():7,} organizations: {spent * 1000:6.1f} ms (claim: 50 ms; 95th"
            f" percentile {rare * 1000:.1f} ms), {overdue_count(place, TODAY):5,} counted in {counted * 1000:.1f} ms"
            f"{'' if right else '  WRONG PAGE'}",
            flush=True,
        )
    return kept


if __name__ == "__main__":
    raise SystemExit(on_each_database(__file__, _measure, TASKS))
