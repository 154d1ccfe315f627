"""A task falls due by what was laid down before, and nobody has to open it."""

from datetime import datetime

from django.db import transaction

from luoshi.core.lifecycle import Move, Role

from ..models import Task
from ..proposal import Proposal
from ..standing import Hat
from .draft import opened
from .moving import carried_out

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
