"""Importing last year's ledgers, 18,000 activities with 400,000 attendances: within 60 s, telling how far it is.

Claimed of SQLite and of PostgreSQL, from the bytes of a workbook to the last entry of the ledger. The ratio is
against writing the same attendances in one bulk statement without workbook, names, checks or ledger.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import prepared  # found through the line above
from world.ledgers import ledger_file
from world.postgres import postgresql

BRANCHES, MEMBERS, MONTHS = 1_500, 22, 12
BAR_SECONDS = 60.0
AT = datetime(2026, 3, 2, tzinfo=UTC)
TITLES = ("党支部", "日期", "类型", "主题", "参加人员", "内容", "学时")


def _rows(names: Iterable[tuple[str, Sequence[str]]]) -> Iterable[tuple[str, ...]]:
    for number, (code, people) in enumerate(names):
        listed = "、".join(people)
        for month in range(1, MONTHS + 1):
            on = date(2025, month, 1 + number % 28)
            yield code, str(on), "主题党日", f"{month}月主题党日", listed, "学习，走访。", "3"


def _measure(name: str) -> int:
    django.setup()
    from django.core.files.base import ContentFile  # noqa: PLC0415  # as above

    from luoshi.act.activities.models import Activity, Attendance  # noqa: PLC0415  # Django is set up later
    from luoshi.edge.exchange.ledgers import guessed, sheet_of  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.ledgers.job import IMPORT, KIND, brought  # noqa: PLC0415  # as above
    from luoshi.ground.jobs import actions as jobs  # noqa: PLC0415  # as above
    from luoshi.ground.jobs.carrying_out import carry_out  # noqa: PLC0415  # as above
    from luoshi.ground.jobs.queries import progress_of  # noqa: PLC0415  # as above
    from world.year import city_of_branches  # noqa: PLC0415  # as above

    root, branches, members, recorder = city_of_branches(BRANCHES, MEMBERS, AT)
    named = [(each.code, [person.name for person in members[each.pk]]) for each in branches]
    data = ledger_file(_rows(named), TITLES)
    begun = time.perf_counter()
    sheet = sheet_of(data, "台账.xlsx")
    given = {"organization": root.pk, "layout": guessed(sheet.titles), "titles": {}}
    job = jobs.start(KIND, by=recorder, at=AT, given=given, brought={"ledger": ContentFile(brought(sheet))})
    done = carry_out(job)
    taken = time.perf_counter() - begun
    there, progress = Attendance.objects.count(), progress_of(done)
    short = (Activity.objects.count(), progress.done) != (BRANCHES * MONTHS, BRANCHES * MONTHS)
    rows = list(Attendance.objects.all().iterator())
    Attendance.objects.all().delete()
    begun = time.perf_counter()
    Attendance.objects.bulk_create(rows, batch_size=500)
    floor = time.perf_counter() - begun
    print(
        f"{name}: {IMPORT.label} {len(data) / 2**20:.1f} MB, {BRANCHES * MONTHS:,} activities,"
        f" {there:,} attendances in {taken:.1f} s ({taken / floor:.1f} × one bulk insert;"
        f" claim: {BAR_SECONDS:.0f} s), told up to {progress.done:,}"
    )
    return int(short or taken > BAR_SECONDS)


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
