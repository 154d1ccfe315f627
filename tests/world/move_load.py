"""A program that moves tasks for a benchmark: ``python -m world.move_load KIND COUNT``.

KIND is ``create`` (a bare Django create() of a task in a transaction) or ``move`` (a ledgered move of
one: load, decide, save, append). It waits for a line on standard input, writes COUNT times and prints
the longest single wait in seconds.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import django
from django.db import transaction


def main() -> None:
    """Write, and say how long the slowest write took."""
    django.setup()
    kind, count = sys.argv[1], int(sys.argv[2])
    writes = {"create": _creating, "move": _moving}[kind](count + 20)
    for _warm in range(20):
        next(writes)()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    longest = 0.0
    for _write in range(count):
        begun = time.perf_counter()
        next(writes)()
        longest = max(longest, time.perf_counter() - begun)
    sys.stdout.write(f"{longest}\n")


def _creating(count: int) -> Iterator[Callable[[], object]]:
    from luoshi.act.tasks.models import Task  # noqa: PLC0415  # models need the settings first
    from world.loop import DUE, cast  # noqa: PLC0415  # as above

    who = cast(_suffix())

    def create() -> None:
        with transaction.atomic():
            Task.objects.create(
                title="印发办法",
                text="印发办法",
                origin="docket",
                issuer=who.committee,
                owner=who.office,
                state="draft",
                standard="办法印发并报备",
                deadline_on=DUE,
                opened_at=datetime.now(UTC),
                moved_at=datetime.now(UTC),
            )

    return iter([create] * count)


def _moving(count: int) -> Iterator[Callable[[], object]]:
    """Give moves on tasks that are ready for them: accept, twice progress, report with its evidence."""
    from luoshi.act.tasks import actions  # noqa: PLC0415  # models need the settings first
    from world.ground import AT  # noqa: PLC0415  # as above
    from world.loop import PROOF, cast  # noqa: PLC0415  # as above

    who = cast(_suffix())
    owner = who.owner
    moves: list[Callable[[], object]] = []
    for _task in range(count // 4 + 1):
        task = who.dispatched()
        moves += [
            partial(actions.accept, task, by=owner, at=AT),
            partial(actions.advance, task, by=owner, at=AT, note="已成稿", progress=50),
            partial(actions.advance, task, by=owner, at=AT, note="在会签", progress=80),
            partial(actions.report, task, by=owner, at=AT, note="已经印发", proofs=[PROOF]),
        ]
    return iter(moves)


def _suffix() -> str:
    return str(time.time_ns())


if __name__ == "__main__":
    main()
