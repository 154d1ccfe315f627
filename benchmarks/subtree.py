"""What lies below an organization: the first fifty in 3 ms, whether there are thousands or millions.

Give a number of organizations to measure at another scale; the whole nation is 5250000. The ratio is
against fetching fifty rows by their primary keys, the least that fifty rows can cost, in the same run.
"""

import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from django.db import connection
from django.db.models import QuerySet

from world.measuring import on_each_database, timed  # found through the line above

ORGANIZATIONS = 250_000
BAR_SECONDS = 0.003
FIRST = 50
ROUNDS = 200
WIDTHS = (30, 25, 20, 35, 10)
COLUMNS = "path, depth, numchild, code, name, short_name, kind"
BATCH = 20_000
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _step(place: int) -> str:
    letters = ""
    for _figure in range(4):
        place, figure = divmod(place, 36)
        letters = DIGITS[figure] + letters
    return letters


def _paths(parent: str = "", level: int = 0) -> Iterator[tuple[str, int]]:
    """Give every path of a tree five levels deep below thirty roots, with the number of its children."""
    for place in range(1, WIDTHS[level] + 1):
        path = parent + _step(place)
        below = WIDTHS[level + 1] if level + 1 < len(WIDTHS) else 0
        yield path, below
        if below:
            yield from _paths(path, level + 1)


def _rows(count: int) -> Iterator[tuple[str, int, int, str, str, str, str]]:
    for number, (path, below) in enumerate(islice(_paths(), count)):
        yield path, len(path) // 4, below, f"c{number}", f"某市第{number}支部", "", "branch"


def _seed(count: int) -> None:
    rows = _rows(count)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY organizations_organization ({COLUMNS}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute("ANALYZE organizations_organization")
            return
        insert = f"INSERT INTO organizations_organization ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s)"  # noqa: S608  # constants
        cursor.execute("BEGIN")
        while batch := list(islice(rows, BATCH)):
            cursor.executemany(insert, batch)
        cursor.execute("COMMIT")


def _first(organizations: QuerySet[Any]) -> list[Any]:
    # A slice of a query set is a new query each time.
    return list(organizations[:FIRST])


def _measure(count: int) -> bool:
    from luoshi.ground.organizations.models import Organization  # noqa: PLC0415  # Django is set up later
    from luoshi.ground.organizations.queries import subtree  # noqa: PLC0415  # as above

    begun = time.perf_counter()
    _seed(count)
    seeded = time.perf_counter() - begun
    keys = list(Organization.objects.order_by("pk").values_list("pk", flat=True)[count // 2 :][:FIRST])
    floor, _rare = timed(lambda: list(Organization.objects.filter(pk__in=keys).order_by("pk")), ROUNDS)
    print(f"{connection.vendor}: {count:,} organizations, seeded in {seeded:.0f} s")
    kept = True
    for depth in (1, 2, 3):
        root = Organization.objects.filter(depth=depth).order_by("path")[:1].get()
        spent, rare = timed(partial(_first, subtree(root)), ROUNDS)
        kept = kept and spent <= BAR_SECONDS
        figures = f"{spent * 1000:5.2f} ms  (claim: 3 ms; 95th percentile {rare * 1000:.1f} ms;"
        print(
            f"  first {FIRST} below level {depth}, median  {figures} {spent / floor:.1f} × fifty rows by key)"
        )
    return kept


if __name__ == "__main__":
    raise SystemExit(on_each_database(__file__, _measure, ORGANIZATIONS))
