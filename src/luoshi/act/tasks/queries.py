"""Reads of tasks: below an organization, overdue there, and the story of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Count, F, Q, QuerySet

from luoshi.core.lifecycle import (
    IN_HAND,
    TABLE,
    Facts,
    Light,
    Move,
    Outcome,
    Situation,
    State,
    decide,
    replayed,
)
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import story as told
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import below, within
from luoshi.ground.people.models import Person, Post
from luoshi.ground.people.queries import answering_post
from luoshi.ground.statements import LARGEST_ID, for_each_driver, run
from luoshi.ground.tables import StoredTable, apart

from .late import late
from .models import OVER, UNDONE, Attachment, Evidence, Task
from .standing import hat

_TASKS, _PLACES, _POSTS = StoredTable(Task), StoredTable(Organization), StoredTable(Post)
# Written by hand because every page of a task and every move on one asks it, and Django takes a millisecond to ask.
_FIND = for_each_driver(
    """
SELECT {task}, {issuer}, {owner}, {owner_post}, {verifier}
FROM tasks_task task JOIN organizations_organization issuer ON issuer.id = task.issuer_id
LEFT JOIN organizations_organization owner ON owner.id = task.owner_id
LEFT JOIN people_post owner_post ON owner_post.id = task.owner_post_id
LEFT JOIN people_post verifier ON verifier.id = task.verifier_id
WHERE task.id = %s
""",
    task=_TASKS.columns("task"),
    issuer=_PLACES.columns("issuer"),
    owner=_PLACES.columns("owner"),
    owner_post=_POSTS.columns("owner_post"),
    verifier=_POSTS.columns("verifier"),
)


def everything() -> QuerySet[Task]:
    """Return all tasks; for whoever keeps the installation."""
    return Task.objects.order_by("pk")


def of(organization: Organization) -> QuerySet[Task]:
    """Return the tasks that the organization and all below it answer for, the newest first."""
    return Task.objects.filter(below(organization.path, "owner__path")).order_by("-pk")


def in_hand(organization: Organization, *, all_below: bool = False) -> QuerySet[Task]:
    """Return what the organization itself has under way or suspended, or all below it too, the newest first."""
    mine = of(organization) if all_below else Task.objects.filter(owner=organization).order_by("-pk")
    return mine.filter(state__in=(*UNDONE, State.SUSPENDED))


def helping(organization: Organization) -> QuerySet[Task]:
    """Return what others have under way or suspended and the organization itself helps with, the newest first."""
    waiting = (*UNDONE, State.SUSPENDED)
    return Task.objects.filter(co_units=organization, state__in=waiting).order_by("-pk")


def overdue(organization: Organization, on: date) -> QuerySet[Task]:
    """Return what is overdue on that day at and below the organization, the longest overdue first."""
    overdue = Task.objects.filter(below(organization.path, "owner__path"), late(on))
    return overdue.order_by("deadline_on", "pk")


def listed(
    *, paths: Iterable[str] | None = None, state: State | None = None, late_on: date | None = None
) -> QuerySet[Task]:
    """Return tasks with their owners, the newest first: all, or those at and below some paths, in a state, late then.

    A task stands where its owner does, and with its issuer while nobody owns it.
    """
    found = Task.objects.select_related("owner", "issuer").order_by("-pk")
    if paths is not None:
        reached = tuple(paths)
        unowned = Q(owner=None) & within(reached, "issuer__path")
        found = found.filter(within(reached, "owner__path") | unowned)
    if state is not None:
        found = found.filter(state=state)
    if late_on is not None:
        found = found.filter(late(late_on))
    return found


def under_way() -> QuerySet[Task]:
    """Return the tasks that somebody still has to do or to verify."""
    return Task.objects.filter(state__in=UNDONE)


def by_light(tasks: QuerySet[Task]) -> dict[Light, int]:
    """Return how many of the tasks show each light, as of their last move or sweep; none for what shows none."""
    counted = tasks.exclude(light="").order_by("light").values_list("light").annotate(Count("pk"))
    return {Light(light): count for light, count in counted}


def find(task_id: int) -> Task | None:
    """Return the task of that number with who is concerned, or nothing."""
    row = run(_FIND, (task_id,)).fetchone() if 0 < task_id <= LARGEST_ID else None
    if row is None:
        return None
    task, issuer, owner, owner_post, verifier = apart(row, _TASKS, _PLACES, _PLACES, _POSTS, _POSTS)
    task.issuer, task.owner, task.owner_post, task.verifier = issuer, owner, owner_post, verifier
    return cast(Task, task)


def by_ids(ids: Iterable[int]) -> dict[int, Task]:
    """Return the tasks of these numbers, by number, the lowest first."""
    return {task.pk: task for task in Task.objects.filter(pk__in=sorted(set(ids))).order_by("pk")}


def story(task: Task) -> list[Entry]:
    """Return everything that happened to the task, first to last."""
    return told(task.chain)


def proofs(task: Task) -> list[Evidence]:
    """Return the evidence given for the task, first to last."""
    return list(task.proofs.select_related("by").order_by("pk"))


def attached_digests() -> frozenset[str]:
    """Return the digests of all files that any evidence holds."""
    return frozenset(Attachment.objects.values_list("digest", flat=True).iterator())


def open_children(task: Task) -> int:
    """Return how many sub-tasks are not over."""
    return task.children.exclude(state__in=OVER).count()


def refuse_closing(task: Task, person: Person, on: date) -> None:
    """Raise the loop's ``Refusal`` where this person could not close the task on that day with a word of findings."""
    acting = hat(task, person, on, frozenset(TABLE[Move.CLOSE].who))
    for_whom = None if acting.for_whom is None else str(acting.for_whom)
    decide(task.situation, Move.CLOSE, Facts(str(person.pk), on, acting.roles, acting_for=for_whom, note="—"))


def as_told(entries: list[Entry]) -> Situation:
    """Return where a task stands by its story alone. Raises ``ValueError`` for a story that begins with no draft."""
    if not entries or entries[0].verb != "task.drafted":
        raise ValueError("a task's story begins with its draft")
    moves = (entry.facts["outcome"] for entry in entries[1:] if "outcome" in entry.facts)
    return replayed(_drafted(entries[0].facts), map(Outcome.recall, moves))


def _drafted(facts: dict[str, Any]) -> Situation:
    deadline = facts["deadline_on"]
    return Situation(
        owner=facts["owner"],
        standard=facts["standard"],
        recurrence=facts["recurrence"],
        deadline_on=date.fromisoformat(deadline) if deadline else None,
        evidence_named=frozenset(facts["evidence_named"]),
    )


@dataclass(frozen=True, slots=True)
class Handover:
    """The tasks that pass on with a post 交接清单, each list by deadline: whoever holds it next goes on with them.

    ``to_answer`` holds those whose owner asked for a later deadline or for coordination.
    """

    to_do: tuple[Task, ...]
    to_dispatch: tuple[Task, ...]
    to_verify: tuple[Task, ...]
    to_answer: tuple[Task, ...]
    to_look_back: tuple[Task, ...]


def handover(post: Post) -> Handover:
    """Return what passes on with the post, and with its organization where this is the post that answers for it."""
    whole = answering_post(post.organization) == post
    owns, gave = Q(owner_post=post), Q(pk__in=())
    verifies = Q(verifier=post)
    if whole:
        gave = Q(issuer=post.organization)
        owns |= Q(owner=post.organization, owner_post=None)
        verifies |= gave & Q(verifier=None)
    asking = Q(state__in=IN_HAND) & (Q(asked_deadline_on__isnull=False) | Q(blocked=True))
    return Handover(
        to_do=_due(owns & Q(state__in=(*UNDONE, State.SUSPENDED))),
        to_dispatch=_due(gave & Q(state=State.DRAFT)),
        to_verify=_due(verifies & Q(state=State.REPORTED)),
        to_answer=_due(gave & asking),
        to_look_back=_due(verifies & Q(state=State.CLOSED, looked_back=False)),
    )


def _due(condition: Q) -> tuple[Task, ...]:
    return tuple(Task.objects.filter(condition).order_by(F("deadline_on").asc(nulls_last=True), "pk"))
