"""Reads of sign-offs: which earlier ones a task's own nearly repeat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from django.db import connection

from luoshi.core.likeness import judged, keys, unpacked

from .models import SignOff

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

# How many of the newest under one key are looked at, and how many texts are then compared. They bound the
# time of a check, however many have said the same.
NEWEST = 100
COMPARED = 24
SHOWN = 5

_FILED = """
SELECT * FROM (
    SELECT key, entry FROM signoffs_signoffkey WHERE key = %s AND entry < %s ORDER BY entry DESC LIMIT %s
) AS filed
"""


@dataclass(frozen=True, slots=True)
class Repetition:
    """A sign-off of a task that nearly repeats an earlier one 雷同提示.

    ``verb`` is what was said with it, ``task`` the number of the task that said it earlier, with
    ``earlier_verb``; ``likeness`` is above 0, and 1 for the same words.
    """

    verb: str
    task: int
    earlier_verb: str
    likeness: float


def alike(task: Task) -> list[Repetition]:
    """Return what the task's last report and last closing nearly repeat of other tasks, the most alike first.

    Only what was gathered is known: call ``actions.gather`` before.
    """
    last = {each.verb: each for each in SignOff.objects.filter(task=task.pk).order_by("entry")}
    found = [each for one in last.values() for each in _repeated(one)]
    return sorted(found, key=lambda each: -each.likeness)


def _repeated(one: SignOff) -> list[Repetition]:
    mine = unpacked(bytes(one.signature))
    near = SignOff.objects.filter(entry__in=_near(keys(mine), one.entry)).exclude(task=one.task)
    found: dict[int, Repetition] = {}
    for other in near.order_by("entry"):
        likeness = judged(mine, unpacked(bytes(other.signature)))
        if likeness and (other.task not in found or found[other.task].likeness <= likeness):
            found[other.task] = Repetition(one.verb, other.task, other.verb, likeness)
    return nlargest(SHOWN, found.values(), key=lambda each: each.likeness)


def _near(filed_under: Collection[int], before: int) -> list[int]:
    """Return the entries before that one that share most keys with it, each counting by its rarity."""
    if not filed_under:
        return []
    statement = " UNION ALL ".join([_FILED] * len(filed_under))
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for key in filed_under for value in (key, before, NEWEST)])
        rows = cursor.fetchall()
    places: dict[int, list[int]] = defaultdict(list)
    for key, entry in rows:
        places[key].append(entry)
    votes: dict[int, float] = defaultdict(float)
    for entries in places.values():
        for entry in entries:
            votes[entry] += 1 / len(entries)
    return nlargest(COMPARED, votes, key=votes.__getitem__)
