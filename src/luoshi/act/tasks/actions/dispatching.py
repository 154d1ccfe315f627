"""A task goes to whoever shall do it, is taken over, or comes back."""

from datetime import datetime

from django.db import transaction

from luoshi.core.lifecycle import Move, Situation
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person, Post

from ..models import Task
from .moving import moved
from .owners import name_of


@transaction.atomic
def dispatch(
    task: Task,
    *,
    by: Person,
    at: datetime,
    owner: Organization | None = None,
    owner_post: Post | None = None,
    terms: Situation | None = None,
) -> Task:
    """Dispatch the draft and return the task.

    What the draft still lacks comes with it: the owner, and as ``terms`` its standard, deadline or
    recurrence and the evidence named. Raises the loop's ``Refusal``.
    """
    said = terms or Situation()
    return moved(
        task,
        Move.DISPATCH,
        by=by,
        at=at,
        owner=name_of(owner, owner_post),
        standard=said.standard,
        deadline_on=said.deadline_on,
        recurrence=said.recurrence,
        evidence_named=said.evidence_named,
    )


def accept(task: Task, *, by: Person, at: datetime) -> Task:
    """Take the task over; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.ACCEPT, by=by, at=at)


def decline(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """Give the task back to its issuer before taking it over; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.DECLINE, by=by, at=at, reason=reason)


@transaction.atomic
def transfer(
    task: Task,
    *,
    by: Person,
    at: datetime,
    owner: Organization | None,
    reason: str,
    owner_post: Post | None = None,
) -> Task:
    """Give the task to another owner, who has to accept it anew; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.TRANSFER, by=by, at=at, owner=name_of(owner, owner_post), reason=reason)
