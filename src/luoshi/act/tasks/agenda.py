"""What somebody must do now, by the posts held and lent, and what happened lately in reach."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, F, Q, QuerySet, TextField, When
from django.db.models.functions import Cast
from django.utils.timezone import localdate

from luoshi.core.lifecycle import IN_HAND, TABLE, Move, State
from luoshi.ground.ledger.models import Entry
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import Held

from .models import Task
from .reach import helped
from .table.rows import TaskRow, rows

# The newest entries that are looked through for what happened lately; more happen in a day only in a province.
LOOKED_THROUGH = 2_000
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

    What others answer for and the person only helps with comes after all of it.
    """
    if not held:
        return []
    duties, places = _duties(person, held), {each.organization for each in held}
    helping = duties.pop(Duty.HELP)
    own = Q(pk__in=())
    for condition in duties.values():
        own |= condition
    helps = Case(When(own, then=False), default=True, output_field=BooleanField())
    found = Task.objects.annotate(reported_by=Cast("reporters", TextField()), helps=helps).filter(
        own | helping
    )
    ordered = found.order_by("helps", F("deadline_on").asc(nulls_last=True), "pk")
    waiting = dict(ordered.values_list("pk", "helps")[:first])
    return [Errand(Duty.HELP if waiting[row.id] else _duty(row, places), row) for row in rows(list(waiting))]


def _duties(person: Person, held: Sequence[Held]) -> dict[Duty, Q]:
    places, posts = {each.organization for each in held}, {each.post for each in held}
    owns = Q(owner_post__in=posts) | Q(owner_post=None, owner__in=places)
    gave = Q(issuer__in=places)
    # Whoever reported a task cannot verify it, so it does not wait for him.
    reported = Q(reported_by__contains=f'"{person.pk}"')
    verifies = (Q(verifier__in=posts) | Q(verifier=None, issuer__in=places)) & ~reported
    asking = Q(asked_deadline_on__isnull=False) | Q(blocked=True)
    return {
        Duty.ANSWER: gave & Q(state__in=IN_HAND) & asking,
        Duty.VERIFY: verifies & Q(state=State.REPORTED),
        Duty.ACCEPT: owns & Q(state=State.DISPATCHED),
        Duty.REPORT: owns & Q(state=State.ACCEPTED),
        Duty.DISPATCH: gave & Q(state=State.DRAFT),
        Duty.LOOK_BACK: verifies & Q(state=State.CLOSED, looked_back=False),
        Duty.HELP: Q(pk__in=_helped_by(places), state__in=IN_HAND),
    }


def _helped_by(places: set[int]) -> QuerySet[Any]:
    return Task.co_units.through.objects.filter(organization__in=places).values("task")


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
    entries = Entry.objects.order_by("-id").values_list("chain", "verb", "by", "at")[:LOOKED_THROUGH]
    for chain, verb, by, at in entries:
        kind, _colon, number = chain.partition(":")
        if kind == "task" and verb in NEWS and by != person.pk and localdate(at) >= since:
            latest.setdefault(int(number), (verb, by, at))
    reach, found = tuple(paths), rows(list(latest))
    near = {row.id for row in found if _within(row, reach)}
    helping = helped(latest.keys() - near, reach)
    shown = [row for row in found if row.id in near or row.id in helping]
    return [News(row, *latest[row.id], helps=row.id in helping) for row in shown[:first]]


def _within(row: TaskRow, reach: tuple[str, ...]) -> bool:
    return row.issuer_path.startswith(reach) or (row.owner_path or "").startswith(reach)
