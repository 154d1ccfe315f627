"""How long a morning takes with the duties of a city: opened where nothing is on record, reported where something is.

Claimed of SQLite and of PostgreSQL, for 1,500 branch secretaries with a list each (``--lists`` for another number, with the
bars in proportion): the first morning of a month, on which half of the branches have held their theme day already,
opens all that is due within 60 s; a morning on which nothing is due takes 5 s; reporting by the record what the
other half held since takes 30 s.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import prepared  # found through the line above
from world.postgres import postgresql

CITY, LISTS, MEMBERS = 1_500, 300, 3
BARS = {
    "the first morning of a month": 60.0,
    "a morning with nothing due": 5.0,
    "reporting by the record": 30.0,
}
AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
# Duties of a branch secretary that open in March: committee meeting, theme day, general meeting.
OPENED_IN_MARCH = 3


def _measure(name: str, lists: int) -> int:
    django.setup()
    from luoshi.plan.duties.actions import open_due, report_recorded  # noqa: PLC0415  # Django is set up later
    from luoshi.plan.obligations.keeping import bring_up_to_date  # noqa: PLC0415  # as above
    from world.year import city_of_branches  # noqa: PLC0415  # as above

    _root, branches, members, recorder = city_of_branches(lists, MEMBERS, AT)
    _listed(branches, members, recorder)
    early, late = branches[: lists // 2], branches[lists // 2 :]
    _meet(early, members, recorder, date(2026, 3, 2))
    bring_up_to_date()
    morning = datetime(2026, 3, 3, 1, tzinfo=UTC)
    taken, opened = _timed(lambda: open_due(by=None, at=morning))
    idle, again = _timed(lambda: open_due(by=None, at=morning))
    _meet(late, members, recorder, date(2026, 3, 3))
    bring_up_to_date()
    answering, reported = _timed(lambda: report_recorded(by=None, at=datetime(2026, 3, 4, 1, tzinfo=UTC)))
    good = (opened, again, reported) == (OPENED_IN_MARCH * lists - len(early), 0, len(late))
    for (what, bar), seconds in zip(BARS.items(), (taken, idle, answering), strict=True):
        bound = bar * lists / CITY
        good &= seconds <= bound
        print(f"{name}: {lists} lists, {what} {seconds:6.2f} s (claim: {bound:.1f} s)")
    print(
        f"{name}: {1000 * taken / opened:.1f} ms for a task opened, {1000 * answering / reported:.1f} ms for one reported"
    )
    return int(not good)


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    begun = time.perf_counter()
    done = work()
    return time.perf_counter() - begun, done


def _listed(branches, members, recorder) -> None:  # type: ignore[no-untyped-def]  # models load late
    from luoshi.ground.people.actions import assume, create_post  # noqa: PLC0415  # Django is set up later
    from luoshi.ground.people.models import PostKind  # noqa: PLC0415  # as above
    from luoshi.plan.duties.actions import accept, draft_list, publish  # noqa: PLC0415  # as above

    for branch in branches:
        seat = create_post(branch, title="书记", kind=PostKind.SECRETARY, by=None, at=AT)
        holder = members[branch.pk][0]
        assume(seat, person=holder, from_on=AT.date(), by=None, at=AT)
        made = publish(draft_list(seat, 2026, by=recorder, at=AT), by=recorder, at=AT)
        accept(made, by=holder, at=AT)


def _meet(branches, members, recorder, on: date) -> None:  # type: ignore[no-untyped-def]  # as above
    from luoshi.act.activities.actions import enter  # noqa: PLC0415  # Django is set up later
    from luoshi.act.activities.telling import Attendee, Telling  # noqa: PLC0415  # as above
    from luoshi.core.rules.kinds import ActivityKind  # noqa: PLC0415  # as above

    tellings = [
        Telling(
            organization=branch,
            kinds=frozenset({ActivityKind.THEME_DAY}),
            held_on=on,
            topic=f"主题党日{on}",
            minutes="学习。",
            attendees=tuple(map(Attendee, members[branch.pk])),
        )
        for branch in branches
    ]
    enter(tellings, by=recorder, at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC))


def main() -> int:
    """Measure on both databases, each in a process of its own; return 1 when a claim does not hold."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--lists", type=int, default=LISTS)
    arguments.add_argument("--on", default="")
    given = arguments.parse_args()
    if given.on:
        return _measure(given.on, given.lists)
    failed = 0
    with postgresql() as server:
        for name, address in (("SQLite", ""), ("PostgreSQL", server)):
            with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as home:
                command = [sys.executable, __file__, "--on", name, "--lists", str(given.lists)]
                failed |= subprocess.run(command, env=prepared(Path(home), address), check=False).returncode
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
