"""A province of up to ten million tasks, written past every action, because only reads are measured on it.

The tree is one province of ten cities of two counties each. A tenth of the tasks are undone, three tenths of
these are overdue. Few organizations own most; the last city has nothing overdue, the first county a quarter.
"""

from collections.abc import Iterator
from datetime import date

from django.db import connection

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


def tree() -> None:
    """Plant the province: 19,871 organizations."""
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
INSERT INTO tasks_task (title, text, origin, origin_reference, issuer_id, owner_id, opened_at, moved_at, state, light,
    standard, deadline_on, original_deadline_on, dispatched_on, evidence_named, evidence, reporters, rungs,
    blocked, looked_back, answered, parts, urges, returns, extensions, transfers, relapses)
SELECT '印发办法', '印发办法', 'docket', '', 1, owner, '{opened}', '{opened}', state, '', '办法印发并报备', due, due, '{dispatched}',
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


def fill(count: int) -> None:
    """Write that many tasks into it, past the ledger, in one statement."""
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
