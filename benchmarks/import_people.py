"""Importing 5,000 people from a workbook, each with a ledger entry: within 5 s, and again with nothing to do.

The ratio is against writing the same people in one bulk statement without workbook, checks or ledger.
"""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

import django
from django.core.management import call_command

PEOPLE = 5_000
BRANCHES = 200
BAR_SECONDS = 5.0
AT = datetime(2026, 3, 2, tzinfo=UTC)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _measure() -> int:
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
        f"import of {PEOPLE:,} people       {first:5.2f} s  (claim: 5 s; {first / floor:.0f} × one bulk insert)"
    )
    print(f"export and import it again   {again:5.2f} s  (claim: 5 s)")
    return int(max(first, again) > BAR_SECONDS)


def main() -> int:
    """Measure on SQLite, or on what ``DATABASE_URL`` names; return 1 when the claim does not hold."""
    with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as home:
        os.environ["LUOSHI_HOME"] = home
        os.environ.setdefault("LUOSHI_SECRET_KEY", "benchmark")
        os.environ["DJANGO_SETTINGS_MODULE"] = "luoshi.config.settings"
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        return _measure()


if __name__ == "__main__":
    raise SystemExit(main())
