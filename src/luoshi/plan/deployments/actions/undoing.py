"""The last act of somebody's review is taken back, by a new fact that restores what was."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from luoshi.act.tasks import actions as tasks
from luoshi.act.tasks.queries import by_ids
from luoshi.core.lifecycle import State
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.people.models import Person

from ..changes import Change, changing, restore, state_of
from ..models import Deployment, Draft
from ..queries import last_undoable
from ..refusals import NOTHING_TO_UNDO, OVERTAKEN, SENT

REASON = "撤回了确认"


def undo(deployment: Deployment, *, by: Person, at: datetime) -> Entry:
    """Restore what this person's last act here changed, and return that act's entry.

    Tasks that a confirmation opened are cancelled. Raises ``Refusal`` when there is nothing left, when
    a draft has changed since, and when its task is dispatched.
    """
    with changing(deployment, "draft.restored", by=by, at=at) as change:
        entry = last_undoable(change.deployment, by)
        if entry is None:
            raise Refusal(NOTHING_TO_UNDO)
        changed = entry.facts["change"]
        _restore_drafts(change, changed.get("drafts", {}))
        _restore_clauses(change, changed.get("clauses", {}))
        change.facts |= {"undone": entry.sequence}
    return entry


def _restore_drafts(change: Change, changed: dict[str, dict[str, list[Any]]]) -> None:
    found = change.deployment.drafts.filter(place__in=[int(place) for place in changed])
    for draft in found.order_by("place"):
        differences = changed[str(draft.place)]
        now = state_of(draft)
        if any(now[name] != after for name, (_before, after) in differences.items()):
            raise Refusal(OVERTAKEN, place=str(draft.place))
        change.touch(draft)
        if "task_id" in differences:
            _cancel(change, draft, draft.task_ids)
        restore(draft, {name: before for name, (before, _after) in differences.items()})


def _cancel(change: Change, draft: Draft, ids: Iterable[int]) -> None:
    for task in by_ids(ids).values():
        if task.state != State.DRAFT:
            raise Refusal(SENT, place=str(draft.place), task=str(task.pk))
        tasks.cancel(task, by=change.by, at=change.at, reason=REASON)


def _restore_clauses(change: Change, changed: dict[str, list[str]]) -> None:
    for clause in change.deployment.clauses.filter(place__in=[int(place) for place in changed]):
        before, after = changed[str(clause.place)]
        if clause.exempt_why == after:
            change.clause(clause).exempt_why = before
