"""Importing 5,000 people from a workbook, each with a ledger entry: within 5 s, and again with nothing to do.

Claimed of SQLite and of PostgreSQL. The ratio is against writing the same people in one bulk statement
without workbook, checks or ledger.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import prepared  # found through the line above
from world.postgres import postgresql

PEOPLE = 5_000
BRANCHES = 200
BAR_SECONDS = 5.0
AT = datetime(2026, 3, 2, tzinfo=UTC)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _measure(name: str) -> int:
    django.setup()
    from luoshi.edge.exchange.workbooks import people  # noqa: PLC0415  # Django is set up later
    from luoshi.edge.exchange.workbooks.writing import workbook  # noqa: PLC0415  # as above
    from luoshi.ground.organizations.actions import Placement, enter  # noqa: PLC0415  # as above
    from luoshi.ground.organizations.charter import Charter  # noqa: PLC0415  # as above
    from luoshi.ground.organizations.models import OrganizationKind  # noqa: PLC0415  # as above
    from luoshi.ground.people.models import Person, Standing  # noqa: PLC0415  # as above
    from luoshi.ground.people.queries import everybody  # noqa: PLC0415  # as above

    branches = [
        Placement(Charter(f"b{n}", f"第{n}支部", OrganizationKind.BRANCH), "") for n in range(BRANCHES)
    ]
    enter(branches, by=None, at=AT)
    rows = [
        {
            "account": f"a{n}",
            "name": f"林{n}",
            "standing": Standing.FULL,
            "joined_on": None,
            "home": f"b{n % BRANCHES}",
        }
        for n in range(PEOPLE)
    ]
    data = workbook(people.SHEET, people.COLUMNS, rows)
    bare = [Person(account=f"x{n}", name=f"林{n}", standing=Standing.FULL) for n in range(PEOPLE)]
    floor = _timed(lambda: Person.objects.bulk_create(bare, batch_size=500))
    Person.objects.all().delete()
    first = _timed(lambda: people.commit(data, "p.xlsx", by=None, at=AT))
    again = _timed(lambda: people.commit(people.export(everybody()), "p.xlsx", by=None, at=AT))
    print(
        f"{name}: import of {PEOPLE:,} people {first:5.2f} s ({first / floor:.0f} × one bulk insert),"
        f" export and import it again {again:5.2f} s  (claim: {BAR_SECONDS:.0f} s each)"
    )
    return int(max(first, again) > BAR_SECONDS)


def main() -> int:
    """Measure on both databases, each in a process of its own; return 1 when the claim does not hold."""
    if len(sys.argv) > 1:
        return _measure(sys.argv[1])
    failed = 0
    with postgresql() as server:
        for name, address in (("SQLite", ""), ("PostgreSQL", server)):
            with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as home:
                environment = prepared(Path(home), address)
                failed |= subprocess.run(
                    [sys.executable, __file__, name], env=environment, check=False
                ).returncode
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
