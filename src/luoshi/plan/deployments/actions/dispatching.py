"""Everything that a review confirmed goes out in one act."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from luoshi.act.tasks import actions as tasks
from luoshi.act.tasks.queries import by_ids
from luoshi.core.lifecycle import State
from luoshi.core.refusals import Refusal
from luoshi.ground.people.models import Person

from ..models import Deployment
from ..refusals import NOTHING_TO_DISPATCH

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@transaction.atomic
def dispatch_confirmed(deployment: Deployment, *, by: Person, at: datetime) -> list[Task]:
    """Dispatch every task of the deployment that is still in draft, all or none; return them.

    Each task's own chain tells of it. Raises ``Refusal`` when there is none, and the loop's own.
    """
    locked = Deployment.objects.select_for_update(of=("self",)).get(pk=deployment.pk)
    ids = [each for draft in locked.drafts.exclude(task=None) for each in draft.task_ids]
    waiting = [task for task in by_ids(ids).values() if task.state == State.DRAFT]
    if not waiting:
        raise Refusal(NOTHING_TO_DISPATCH)
    return [tasks.dispatch(task, by=by, at=at) for task in waiting]
