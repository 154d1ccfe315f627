"""A step that was recorded by mistake is withdrawn; the ledger keeps both, and what was wrong."""

from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from .. import refusals
from ..models import Step
from ..queries import way_of
from ..steps import FINAL, Mistaken, StepKind
from ..way import Way
from .taking import refuse_not_keeper


@transaction.atomic
def withdraw_step(step: Step, *, mistaken: Mistaken, by: Person, at: datetime) -> None:
    """Withdraw the latest step of somebody's way.

    Raises ``Refusal`` for one that others followed or that changed standing, and where ``by`` has no post there.
    """
    person = Person.objects.select_for_update().get(pk=step.person_id)
    refuse_not_keeper(by, step.branch, at)
    kind, way = StepKind(step.kind), way_of(person)
    if kind in FINAL or (kind is StepKind.ENDED and way is not None and _ended_membership(way)):
        raise Refusal(refusals.CHANGED_STANDING, step=str(kind.label), name=person.name)
    if way is not None and way.latest.number != step.pk:
        raise Refusal(refusals.NOT_LATEST, step=str(kind.label), later=str(way.latest.kind.label))
    facts = {"step": kind, "on": step.on, "branch": step.branch.code, "mistaken": mistaken}
    step.delete()
    append(person.chain, "person.step_withdrawn", by=by.pk, at=at, facts=facts)


def _ended_membership(way: Way) -> bool:
    """Tell whether the way ended together with a membership, known from the vote or from the register alone."""
    return StepKind.VOTED in way.days or len(way.steps) == 1
