"""Counting what 1,500 branches held in a year, by kind and month: within 100 ms, in one statement.

Claimed of SQLite and of PostgreSQL, on 18,000 activities with 400,000 attendances. The ratio is against
counting the same rows of the one table without saying whose they are.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import prepared  # found through the line above
from world.postgres import postgresql

BRANCHES, MEMBERS, MONTHS = 1_500, 22, 12
BAR_SECONDS = 0.1
HOURS_BAR_SECONDS = 0.05
ROUNDS = 9
AT = datetime(2026, 3, 2, tzinfo=UTC)


def _median(work: Callable[[], object]) -> float:
    taken = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _measure(name: str) -> int:
    django.setup()
    from django.db import connection  # noqa: PLC0415  # Django is set up later

    from luoshi.act.activities.actions import enter  # noqa: PLC0415  # as above
    from luoshi.act.activities.queries import counts, study_hours  # noqa: PLC0415  # as above
    from luoshi.act.activities.telling import Attendee, Telling  # noqa: PLC0415  # as above
    from luoshi.core.rules.kinds import ActivityKind  # noqa: PLC0415  # as above
    from world.year import city_of_branches  # noqa: PLC0415  # as above

    root, branches, members, recorder = city_of_branches(BRANCHES, MEMBERS, AT)
    tellings = [
        Telling(
            organization=branch,
            kinds=frozenset({ActivityKind.THEME_DAY}),
            held_on=date(2025, month, 1 + number % 28),
            topic=f"{month}月主题党日",
            minutes="学习，走访。",
            attendees=tuple(Attendee(each) for each in members[branch.pk]),
            hours=Decimal("3.0"),
        )
        for number, branch in enumerate(branches)
        for month in range(1, MONTHS + 1)
    ]
    begun = time.perf_counter()
    enter(tellings, by=recorder, at=AT)
    entered = time.perf_counter() - begun
    since, until = date(2025, 1, 1), date(2025, 12, 31)
    short = len(counts([root.path], since, until)) != BRANCHES * MONTHS

    def bare() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT kind, month, count(*) FROM activities_occasion GROUP BY kind, month")
            cursor.fetchall()

    all_of_it, floor = _median(lambda: counts([root.path], since, until)), _median(bare)
    hours = _median(lambda: study_hours(members[branches[0].pk], 2025))
    print(
        f"{name}: {len(tellings):,} activities of {BRANCHES:,} branches by kind and month"
        f" {all_of_it * 1000:5.1f} ms ({all_of_it / floor:.1f} × a bare count; claim: {BAR_SECONDS * 1000:.0f} ms),"
        f" study hours of a branch {hours * 1000:4.1f} ms (claim: {HOURS_BAR_SECONDS * 1000:.0f} ms);"
        f" entered in {entered:.1f} s"
    )
    return int(short or all_of_it > BAR_SECONDS or hours > HOURS_BAR_SECONDS)


def main() -> int:
    """Measure on both databases, each in a process of its own; return 1 when a claim does not hold."""
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
