"""A task falls due by what was laid down before, and nobody has to open it; what the record shows as done nobody has to report."""

from datetime import datetime

from django.db import transaction

from luoshi.core.lifecycle import Move, Role, State

from ..models import Task
from ..proposal import Proposal
from ..queries import open_children
from ..standing import Hat
from .draft import opened
from .moving import carried_out
from .storing import locked

_ISSUED, _TAKEN = Hat(None, frozenset({Role.ISSUER})), Hat(None, frozenset({Role.OWNER}))


@transaction.atomic
def fall_due(proposal: Proposal, *, by: None, at: datetime, accepted: bool) -> Task:
    """Open the task and dispatch it, and take it over where its owner ``accepted`` it beforehand; return it.

    It is done by policy, so ``by`` names nobody, and the ledger neither. Raises ``Refusal`` for an owner that
    cannot be one, and the loop's own.
    """
    task = opened(proposal, by=by, at=at, for_whom=None)
    task = carried_out(task, Move.DISPATCH, _ISSUED, by=by, at=at)
    return carried_out(task, Move.ACCEPT, _TAKEN, by=by, at=at) if accepted else task


@transaction.atomic
def report_by_record(task: Task, *, note: str, by: None, at: datetime) -> bool:
    """Report a task of which the record says that it is done, taking it over first where nobody has; tell whether it was.

    It is done by policy, so ``by`` names nobody. One that moved on meanwhile, has open parts, or came back from whoever
    verifies is left to its owner.
    """
    current = locked(task.pk)
    if current.state not in (State.DISPATCHED, State.ACCEPTED) or current.returns:
        return False
    if current.parts and open_children(current):
        return False
    if current.state == State.DISPATCHED:
        current = carried_out(current, Move.ACCEPT, _TAKEN, by=by, at=at)
    carried_out(current, Move.REPORT, _TAKEN, by=by, at=at, note=note)
    return True
