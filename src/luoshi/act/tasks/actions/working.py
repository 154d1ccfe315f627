"""The owner works: parts, progress, blockers, the report."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from luoshi.core.lifecycle import Move, Situation
from luoshi.core.refusals import refuse_overlong
from luoshi.ground.people.models import Person

from ..lengths import TITLE_LENGTH
from ..models import Task
from ..origins import Origin
from ..proof import Proof
from ..proposal import Proposal
from .draft import opened
from .moving import moved


@transaction.atomic
def decompose(task: Task, *, by: Person, at: datetime, titles: Sequence[str]) -> list[Task]:
    """Open a draft below the task for every title, with its deadline; return the drafts.

    Raises the loop's ``Refusal``, and one for an empty title or one too long.
    """
    current = moved(task, Move.DECOMPOSE, by=by, at=at, parts=len(titles))
    if current.owner is None:
        raise ValueError("a task in somebody's hands has an owner")
    for title in titles:
        refuse_overlong(title, TITLE_LENGTH)
    terms = Situation(deadline_on=current.deadline_on)
    return [
        opened(
            Proposal(title, title, Origin.TASK, current.owner, current.chain, parent=current, terms=terms),
            by=by,
            at=at,
            for_whom=None,
        )
        for title in titles
    ]


def advance(
    task: Task,
    *,
    by: Person,
    at: datetime,
    note: str,
    progress: int | None = None,
    proofs: Iterable[Proof] = (),
) -> Task:
    """Say how far it is, in words and percent, with evidence; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.ADVANCE, by=by, at=at, note=note, progress=progress, proofs=proofs)


def block(task: Task, *, by: Person, at: datetime, reason: str) -> Task:
    """Ask for coordination of what stands in the way; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.BLOCK, by=by, at=at, reason=reason)


def coordinate(task: Task, *, by: Person, at: datetime, note: str) -> Task:
    """Answer what was asked; return the task. Raises the loop's ``Refusal``."""
    return moved(task, Move.COORDINATE, by=by, at=at, note=note)


def report(task: Task, *, by: Person, at: datetime, note: str, proofs: Iterable[Proof] = ()) -> Task:
    """Report the task done, with its evidence; return it. Raises the loop's ``Refusal``."""
    return moved(task, Move.REPORT, by=by, at=at, note=note, proofs=proofs)
