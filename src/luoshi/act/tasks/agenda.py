"""What somebody must do now, by the posts held and lent, and what happened lately in reach."""

from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Q
from django.utils.timezone import make_aware

from luoshi.core.lifecycle import IN_HAND, TABLE, Move, State
from luoshi.ground.ledger.models import Entry
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import Held
from luoshi.ground.statements import for_each_driver, run

from .models import WAITING, Task
from .reach import helped
from .spelling import UNDONE_SPELLED, spelled
from .table.rows import TaskRow, rows
from .table.wanted import Condition

# The newest entries that are looked through for what happened lately; more happen in a day only in a province.
LOOKED_THROUGH = 2_000
# Before its owner has reported, a deadline is the owner's.
TO_REPORT = (State.DISPATCHED, State.ACCEPTED)
OF_A_TASK = "task:"
# Whose turn comes when, whatever the deadline.
PRESSING, QUIET, HELPING = range(3)
# What nobody did, or everybody was told by other ways, is no news: notices come from the morning's sweep.
NEWS = frozenset({line.verb for move, line in TABLE.items() if move is not Move.ESCALATE})


class Duty(StrEnum):
    """What a task waits for from this person 待办; the most pressing first."""

    ANSWER = "answer"
    VERIFY = "verify"
    ACCEPT = "accept"
    REPORT = "report"
    DISPATCH = "dispatch"
    LOOK_BACK = "look_back"
    HELP = "help"


class Errand(NamedTuple):
    """One task that waits for this person, and for what."""

    duty: Duty
    row: TaskRow


class News(NamedTuple):
    """What happened last to a task: the ledger's verb, by whom, when; ``helps`` where reach holds but a co-unit."""

    row: TaskRow
    verb: str
    by: int | None
    at: datetime
    helps: bool


def agenda(person: Person, held: Sequence[Held], first: int) -> list[Errand]:
    """Return the first tasks that wait for the person, in two reads: by deadline, those without one come last.

    What is closed and only waits to be looked back at comes after all of it, and what others answer for and the
    person only helps with comes last.
    """
    if not held:
        return []
    waiting, places = _waiting(person, held), {each.organization for each in held}
    statement = for_each_driver(_FIRST, waiting=" UNION ".join(each.text for each in waiting))
    found = run(statement, [*(value for each in waiting for value in each.values), first]).fetchall()
    helps = {number for number, turn in found if turn == HELPING}
    ordered = rows([number for number, _turn in found])
    return [Errand(Duty.HELP if row.id in helps else _duty(row, places), row) for row in ordered]


def due_between(held: Sequence[Held], since: date, until: date) -> list[Task]:
    """Return the tasks with a deadline on these days that these posts still have to report, by deadline."""
    places, posts = {each.organization for each in held}, {each.post for each in held}
    mine = Q(owner_post__in=posts) | Q(owner_post=None, owner__in=places)
    due = Task.objects.filter(mine, state__in=TO_REPORT, deadline_on__range=(since, until))
    return list(due.select_related("owner").order_by("deadline_on", "pk"))


# A question for each duty, because only then an index leads to the few tasks that it is about.
_WAITING = "SELECT id, deadline_on, {turn} AS turn FROM tasks_task WHERE {asked}"
_HELPED = "id IN (SELECT task_id FROM tasks_task_co_units WHERE {among})"
_FIRST = """
SELECT id, MIN(turn) FROM ({waiting}) AS waiting GROUP BY id, deadline_on
ORDER BY MIN(turn), deadline_on IS NULL, deadline_on, id LIMIT %s
"""
_UNDONE, _WAITS = Condition(f"state IN ({UNDONE_SPELLED})"), Condition(f"state IN ({spelled(WAITING)})")
_DOES = Condition(f"state IN ({spelled((State.DISPATCHED, State.ACCEPTED))})")
_ASKS = Condition(f"state IN ({spelled(IN_HAND)}) AND (asked_deadline_on IS NOT NULL OR blocked)")
_DRAFTED = Condition(f"state IN ({spelled((State.DRAFT,))})")
_REPORTED = Condition(f"state IN ({spelled((State.REPORTED,))})")
_CLOSED = Condition(f"state IN ({spelled((State.CLOSED,))}) AND NOT looked_back")


def _waiting(person: Person, held: Sequence[Held]) -> list[Condition]:
    """Return a statement for each way in which a task can wait for the person."""
    places, posts = sorted({each.organization for each in held}), sorted({each.post for each in held})
    gave = _among("issuer_id", places)
    does = (_among("owner_post_id", posts), Condition("owner_post_id IS NULL") & _among("owner_id", places))
    verifies = (_among("verifier_id", posts), Condition("verifier_id IS NULL") & gave)
    # Whoever reported a task cannot verify it, so it does not wait for him.
    unreported = Condition("CAST(reporters AS text) NOT LIKE %s", (f'%"{person.pk}"%',))
    asked = [_UNDONE & gave & _ASKS, _WAITS & gave & _DRAFTED]
    asked += [_UNDONE & each & _DOES for each in does]
    asked += [_UNDONE & each & _REPORTED & unreported for each in verifies]
    closed = [_WAITS & each & _CLOSED & unreported for each in verifies]
    helping = _DOES & Condition(_HELPED.format(among=_among("organization_id", places).text), tuple(places))
    turns = ((PRESSING, asked), (QUIET, closed), (HELPING, [helping]))
    return [
        Condition(_WAITING.format(asked=each.text, turn=turn), each.values)
        for turn, conditions in turns
        for each in conditions
    ]


def _among(column: str, numbers: Sequence[int]) -> Condition:
    return Condition(f"{column} IN ({', '.join(['%s'] * len(numbers))})", tuple(numbers))


_BY_STATE = {
    State.DISPATCHED: Duty.ACCEPT,
    State.ACCEPTED: Duty.REPORT,
    State.REPORTED: Duty.VERIFY,
    State.DRAFT: Duty.DISPATCH,
    State.CLOSED: Duty.LOOK_BACK,
}


def _duty(row: TaskRow, places: set[int]) -> Duty:
    """Return what the task waits for; an answer is owed before anything of one's own."""
    if (row.asked_deadline_on or row.blocked) and row.issuer_id in places:
        return Duty.ANSWER
    return _BY_STATE[State(row.state)]


def news(person: Person, paths: Sequence[str], since: date, first: int) -> list[News]:
    """Return what others did since that day to tasks in reach, newest first, each task once, in three reads.

    Looked through are the newest entries of the ledger, up to a bound.
    """
    latest: dict[int, tuple[str, int | None, datetime]] = {}
    begun = make_aware(datetime.combine(since, time.min))
    entries = Entry.objects.order_by("-id").values_list("chain", "verb", "by", "at")[:LOOKED_THROUGH]
    for chain, verb, by, at in entries:
        if verb in NEWS and by != person.pk and at >= begun and chain.startswith(OF_A_TASK):
            latest.setdefault(int(chain.removeprefix(OF_A_TASK)), (verb, by, at))
    reach, found = tuple(paths), rows(list(latest))
    near = {row.id for row in found if _within(row, reach)}
    helping = helped(latest.keys() - near, reach)
    shown = [row for row in found if row.id in near or row.id in helping]
    return [News(row, *latest[row.id], helps=row.id in helping) for row in shown[:first]]


def _within(row: TaskRow, reach: tuple[str, ...]) -> bool:
    return row.issuer_path.startswith(reach) or (row.owner_path or "").startswith(reach)
