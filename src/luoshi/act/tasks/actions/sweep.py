"""A new day comes over all tasks under way: their lights change, and notices fall due."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.lifecycle import TABLE, Move
from luoshi.ground.ledger.actions import Act, append_all

from ..models import Task
from ..morning import Morning, looks
from ..queries import under_way

BATCH = 5000
VERB = TABLE[Move.ESCALATE].verb

Advance = Callable[[int], None]


class Sweep(NamedTuple):
    """What a sweep did 巡检: how many tasks it looked at, lights it changed, notices it gave."""

    tasks: int = 0
    lights: int = 0
    notices: int = 0


def sweep(*, by: None, at: datetime, advance: Advance = lambda _tasks: None, batch: int = BATCH) -> Sweep:
    """Bring light and rungs of every task under way up to the day of ``at``, and return what was done.

    It acts by policy, so ``by`` names nobody. ``advance`` is told how many tasks were looked at, once
    a batch, when all that the batch asked for is stored. It may be stopped at any moment, begun
    again, and run twice at once: each notice is given in one transaction with its mark on the task,
    under the lock of the row. Raises ``Refusal`` for a policy or calendar file that cannot be understood.
    """
    morning, done = Morning(localdate(at)), Sweep()
    for rows in _batches(batch):
        # Reading shuts nobody out; what has to change is locked, and judged again as it then stands.
        wanting = [row[0] for row in rows if morning.due(row[1:])]
        lights, notices = _brought_up(wanting, morning, by, at) if wanting else (0, 0)
        done = Sweep(done.tasks + len(rows), done.lights + lights, done.notices + notices)
        advance(len(rows))
    return done


def _batches(size: int) -> Iterator[list[tuple[Any, ...]]]:
    """Give the tasks under way, by number."""
    last = 0
    while rows := list(looks(under_way().filter(pk__gt=last).order_by("pk")[:size])):
        yield rows
        last = rows[-1][0]


@transaction.atomic
def _brought_up(numbers: list[int], morning: Morning, by: None, at: datetime) -> tuple[int, int]:
    """Store what the day asks of these tasks; return how many lights changed and how many notices were given."""
    acts: list[Act] = []
    alike: dict[tuple[str | None, tuple[str, ...]], list[int]] = defaultdict(list)
    # Waiting for a lock, not skipping it: whoever holds it may leave the notice still due.
    tasks = under_way().filter(pk__in=numbers).select_for_update(no_key=True)
    for pk, *fields in looks(tasks.order_by("pk")):
        due = morning.due(tuple(fields))
        if due is None:
            continue
        facts, rungs = due.notices or ((), ())
        acts += [Act(f"task:{pk}", VERB, by, at, each) for each in facts]
        alike[due.light, rungs].append(pk)
    for (light, rungs), pks in alike.items():
        _store(pks, light, rungs)
    append_all(acts)
    return sum(len(pks) for (light, _rungs), pks in alike.items() if light is not None), len(acts)


def _store(numbers: list[int], light: str | None, rungs: tuple[str, ...]) -> None:
    tasks = Task.objects.filter(pk__in=numbers)
    if light is None:
        tasks.update(rungs=list(rungs))
    elif not rungs:
        tasks.update(light=light)
    else:
        tasks.update(light=light, rungs=list(rungs))
