"""What is overdue below an organization: the first fifty in 50 ms, of ten million tasks.

Give a number of tasks to measure at another scale. The tree is one province of 19,871 organizations:
ten cities of two counties each. A tenth of the tasks are undone, three tenths of these are overdue.
Few organizations own most; the last city has nothing overdue, the first county a quarter of everything.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import django
from django.core.management import call_command
from django.db import connection

from world.postgres import postgresql  # found through the line above

TASKS = 10_000_000
BAR_SECONDS = 0.05
ROUNDS = 50
TODAY = date(2026, 6, 1)
# Organizations below one: cities, counties, units, branches.
WIDTHS = (10, 2, 31, 31)
CITY = 1 + 2 * (1 + 31 + 31 * 31)
ORGANIZATIONS = 1 + 10 * CITY
EMPTY = ORGANIZATIONS - CITY


def _paths(parent: str, level: int) -> Iterator[tuple[str, int]]:
    below = WIDTHS[level] if level < len(WIDTHS) else 0
    yield parent, below
    for place in range(1, below + 1):
        yield from _paths(f"{parent}{place:04d}", level + 1)


def _tree() -> None:
    from luoshi.ground.organizations.models import Organization  # noqa: PLC0415  # Django is set up later

    rows = enumerate(_paths("0001", 0), start=1)
    Organization.objects.bulk_create(
        (
            Organization(
                id=number,
                path=path,
                depth=len(path) // 4,
                numchild=below,
                code=f"c{number}",
                name=f"第{number}支部",
            )
            for number, (path, below) in rows
        ),
        batch_size=2_000,
    )


# One number r of 0 … 99,999 a task spreads owners by the cube, so that few have most; a quarter go to
# the first county, whose ids are 3 … 995. What the last city has in hand is not due before today.
_FILL = """
INSERT INTO tasks_task (title, text, origin, origin_reference, issuer_id, owner_id, opened_at, state, light,
    standard, deadline_on, original_deadline_on, dispatched_on, evidence_named, evidence, reporters, rungs,
    blocked, looked_back, answered, parts, urges, returns, extensions, transfers, relapses)
SELECT '印发办法', '印发办法', 'docket', '', 1, owner, '{opened}', state, '', '办法印发并报备', due, due, '{dispatched}',
    '[]', '[]', '[]', '[]', {no}, {no}, {no}, 0, 0, 0, 0, 0, 0
FROM (SELECT owner, CASE WHEN n % 10 = 0 THEN 'accepted' ELSE 'settled' END AS state, {due} AS due FROM (
    SELECT n, CASE WHEN owner > {empty} OR n % 100 >= 30 THEN (n / 100) % 900 ELSE -1 - (n / 100) % 900 END AS days,
        owner FROM (
        SELECT n, CASE WHEN n % 40 < 10 THEN 3 + (n / 40) % 993 ELSE
            1 + CAST(floor(r * r * r / 1e15 * {organizations}) AS bigint) * 7919 % {organizations} END AS owner
        FROM (SELECT n, CAST((n * 48271) % 100003 AS double precision) AS r FROM ({numbers}) AS numbers) AS rolled
    ) AS owned) AS timed) AS due
"""
_NUMBERS = {
    "postgresql": "SELECT generate_series(CAST(1 AS bigint), {count}) AS n",
    "sqlite": "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c",
}
_DUE = {"postgresql": "date '{today}' + CAST(days AS integer)", "sqlite": "date('{today}', days || ' days')"}


def _fill(count: int) -> None:
    vendor = connection.vendor
    statement = _FILL.format(
        opened="2024-01-02 00:00:00+00" if vendor == "postgresql" else "2024-01-02 00:00:00",
        dispatched="2024-01-02",
        no="false" if vendor == "postgresql" else "0",
        due=_DUE[vendor].format(today=TODAY),
        empty=EMPTY,
        organizations=ORGANIZATIONS,
        numbers=_NUMBERS[vendor].format(count=count),
    )
    with connection.cursor() as cursor:
        # Indexes are built faster when the rows are there, and the rows are known to keep every rule.
        if vendor == "sqlite":
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'tasks_task' AND type = 'index'"
            )
            indexes = cursor.fetchall()
            cursor.execute("PRAGMA foreign_keys = OFF")
        else:
            cursor.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'tasks_task'"
                " AND indexname <> 'tasks_task_pkey'"
            )
            indexes = cursor.fetchall()
            cursor.execute("SET session_replication_role = replica")
        for name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute(statement)
        for _name, definition in indexes:
            cursor.execute(definition)
        cursor.execute("VACUUM ANALYZE" if vendor == "postgresql" else "ANALYZE")


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the median and the 95th percentile of many runs, in seconds."""
    work()
    spans = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        spans.append(time.perf_counter() - begun)
    return statistics.median(spans), statistics.quantiles(spans, n=20)[-1]


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
    _tree()
    _fill(count)
    print(f"{connection.vendor}: {count:,} tasks, filled in {time.perf_counter() - begun:.0f} s", flush=True)
    kept = True
    for name, path in PLACES.items():
        place = Organization.objects.get(path=path)
        spent, rare = _timed(partial(longest_overdue, place, TODAY))
        counted, _rare = _timed(partial(overdue_count, place, TODAY))
        right = longest_overdue(place, TODAY) == list(overdue(place, TODAY)[:50])
        kept = kept and spent <= BAR_SECONDS and right
        print(
            f"  {name:24}{subtree(place).count():7,} organizations: {spent * 1000:6.1f} ms (claim: 50 ms; 95th"
            f" percentile {rare * 1000:.1f} ms), {overdue_count(place, TODAY):5,} counted in {counted * 1000:.1f} ms"
            f"{'' if right else '  WRONG PAGE'}",
            flush=True,
        )
    return kept


@contextmanager
def _database(vendor: str) -> Iterator[None]:
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="luoshi-bench-"))
        os.environ["LUOSHI_HOME"] = home
        os.environ.setdefault("LUOSHI_SECRET_KEY", "benchmark")
        os.environ["DATABASE_URL"] = stack.enter_context(postgresql()) if vendor == "postgresql" else ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "luoshi.config.settings"
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        yield
        connection.close()


def main() -> int:
    """Measure on one database, or start one process for each; return 1 when the claim does not hold."""
    arguments = sys.argv[1:]
    vendors = [each for each in arguments if each in {"sqlite", "postgresql"}]
    count = next((int(each) for each in arguments if each.isdigit()), TASKS)
    if not vendors:
        # Settings are read once a process, so each database has a process of its own.
        command = [sys.executable, __file__, str(count)]
        ends = [subprocess.run([*command, each], check=False) for each in ("sqlite", "postgresql")]
        return max(end.returncode for end in ends)
    with _database(vendors[0]):
        return int(not _measure(count))


if __name__ == "__main__":
    raise SystemExit(main())
