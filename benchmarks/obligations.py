"""What is owed: one branch's year, the heat map of a city, and what if a rule had been in force.

Claimed of SQLite and of PostgreSQL, for 1,500 branches of 22 with a year of what they held and who studied how long,
judged by all rules of this installation: a branch's year within 3 ms, the city's twelve months within 150 ms, a new rule over the city within
2 s. Printed beside the heat map: how many times a bare count of the year's activities that is.
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
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import prepared  # found through the line above
from world.postgres import postgresql

BRANCHES, MEMBERS = 1_500, 22
BARS = {"a branch's year": 0.003, "the heat map of a city": 0.15, "what if, over a city": 2.0}
ROUNDS = 15
AT = datetime(2026, 3, 2, tzinfo=UTC)
TODAY = date(2026, 11, 22)
MONTHLY, QUARTERLY = ("theme_day", "committee_meeting"), (3, 6, 9)


def _median(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _measure(name: str) -> int:
    django.setup()
    from django.db import connection  # noqa: PLC0415  # Django is set up later

    from luoshi.core.rules import Status  # noqa: PLC0415  # as above
    from luoshi.plan.obligations.actions.drafting import sound  # noqa: PLC0415  # as above
    from luoshi.plan.obligations.keeping import bring_up_to_date  # noqa: PLC0415  # as above
    from luoshi.plan.obligations.queries import branchings, year_of  # noqa: PLC0415  # as above
    from luoshi.plan.obligations.trial import rehearse  # noqa: PLC0415  # as above
    from world.branches import monthly  # noqa: PLC0415  # as above
    from world.year import city_of_branches  # noqa: PLC0415  # as above

    root, branches, members, recorder = city_of_branches(BRANCHES, MEMBERS, AT)
    _live(branches, members, recorder)
    bring_up_to_date()
    # As a server has done by itself by the time somebody looks.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

    def bare() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT kind, month, count(*) FROM activities_occasion GROUP BY kind, month")
            cursor.fetchall()

    rules = sound(monthly(date(2026, 1, 1), what="first_agenda_item")).rules
    taken = {
        "a branch's year": _median(lambda: year_of(branches[7], 2026, TODAY)),
        "the heat map of a city": _median(lambda: branchings(root, 2026, TODAY)),
        "what if, over a city": _median(lambda: rehearse(rules, (), root, TODAY)),
    }
    whole, _parts = branchings(root, 2026, TODAY)
    # As many obligations were met as must have been, so that nothing was measured that was not done.
    short = sum(whole.months(Status.MET)) < BRANCHES * 12 or _studied() < BRANCHES * MEMBERS
    floor = _median(bare)
    for what, seconds in taken.items():
        print(
            f"{name}: {what} {seconds * 1000:7.2f} ms (claim: {BARS[what] * 1000:.0f} ms)"
            f" = {seconds / floor:.1f} × a bare count of the year's activities"
        )
    return int(short or any(seconds > BARS[what] for what, seconds in taken.items()))


def _studied() -> int:
    from luoshi.plan.obligations.models import YearStudy  # noqa: PLC0415  # Django is set up later

    return YearStudy.objects.count()


def _live(branches, members, recorder) -> None:  # type: ignore[no-untyped-def]  # models load late
    from luoshi.act.activities.actions import enter  # noqa: PLC0415  # Django is set up later
    from luoshi.act.activities.telling import Attendee, Telling  # noqa: PLC0415  # as above
    from luoshi.core.rules.kinds import ActivityKind  # noqa: PLC0415  # as above

    days = [
        (kind, date(2026, month, 1 + number % 28), branch)
        for number, branch in enumerate(branches)
        for month in range(1, 10)
        for kind in (*MONTHLY, *(["general_meeting", "lecture"] if month in QUARTERLY else []))
    ]
    tellings = [
        Telling(
            organization=branch,
            kinds=frozenset({ActivityKind(kind)}),
            held_on=day,
            topic=f"{day}{kind}",
            minutes="学习。",
            hours=Decimal(4),
            attendees=tuple(Attendee(each) for each in _there(members[branch.pk], kind)),
        )
        for kind, day, branch in days
    ]
    enter(tellings, by=recorder, at=datetime(2026, 11, 1, tzinfo=UTC))


def _there(members: list[Any], kind: str) -> list[Any]:
    """Return everybody at a lecture, so that all have study hours, and one elsewhere, which is all that is counted."""
    return members if kind == "lecture" else members[:1]


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
