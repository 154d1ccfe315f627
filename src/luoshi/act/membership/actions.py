"""A step on the way into the Party is recorded; standing follows from it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.actions import admit, become_full
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import held_by

from . import refusals
from .models import Step
from .queries import steps_of
from .steps import ORDER, TRAINING_MONTHS, StepKind, months_after

# What each of these cannot do without; the others may have been taken before this installation was.
NEEDS = {
    StepKind.EXAMINED: StepKind.ACTIVIST,
    StepKind.CANDIDATE: StepKind.ACTIVIST,
    StepKind.APPROVED: StepKind.VOTED,
    StepKind.SWORN: StepKind.APPROVED,
    StepKind.EXTENDED: StepKind.VOTED,
    StepKind.FULL_VOTED: StepKind.VOTED,
    StepKind.FULL_APPROVED: StepKind.FULL_VOTED,
}
PROBATION_MONTHS = 12


@transaction.atomic
def take_step(
    person: Person, *, kind: StepKind, on: date, branch: Organization, by: Person, at: datetime
) -> Step:
    """Record that the person took the step on that day in the branch, and return it.

    The branch's vote puts him on probation, the approval at the end makes him a full member. Raises ``Refusal``
    for a day to come or out of order, a step without the one before it, and where ``by`` has no post there or above.
    """
    current = Person.objects.select_for_update().get(pk=person.pk)
    if not any(branch.path.startswith(each.path) for each in held_by(by, localdate(at))):
        raise Refusal(refusals.NOT_KEEPER, name=by.name, branch=branch.name)
    if on > localdate(at):
        raise Refusal(refusals.FUTURE, on=str(on))
    _refuse_disorder(current, kind, on)
    step = Step.objects.create(person=current, branch=branch, kind=kind, on=on)
    facts = {"step": kind, "on": on, "branch": branch.code}
    append(current.chain, "person.step_taken", by=by.pk, at=at, facts=facts)
    if kind is StepKind.VOTED:
        admit(current, home=branch, on=on, by=by.pk, at=at)
    if kind is StepKind.FULL_APPROVED:
        became_on = next(each.on for each in steps_of(current) if each.kind == StepKind.FULL_VOTED)
        become_full(current, on=became_on, by=by.pk, at=at)
    return step


def _refuse_disorder(person: Person, kind: StepKind, on: date) -> None:
    taken = steps_of(person)
    name, label = person.name, str(kind.label)
    for step in taken:
        same = StepKind(step.kind)
        if same is kind and (kind is not StepKind.EXAMINED or step.on == on):
            sentence = refusals.ONCE_ONLY if kind is StepKind.EXTENDED else refusals.TAKEN
            raise Refusal(sentence, name=name, step=label, on=str(step.on))
        if ORDER.index(same) < ORDER.index(kind) and on < step.on:
            earlier, earlier_on = str(same.label), str(step.on)
            raise Refusal(refusals.BEFORE, step=label, on=str(on), earlier=earlier, earlier_on=earlier_on)
    days = {StepKind(step.kind): step.on for step in taken}
    needed = NEEDS.get(kind)
    if needed is not None and needed not in days:
        raise Refusal(refusals.MISSING, name=name, step=label, earlier=str(needed.label))
    _refuse_haste(name, kind, on, days)


def _refuse_haste(name: str, kind: StepKind, on: date, days: dict[StepKind, date]) -> None:
    if kind is StepKind.CANDIDATE:
        ready_on = months_after(days[StepKind.ACTIVIST], TRAINING_MONTHS)
        if on < ready_on:
            raise Refusal(refusals.TOO_SOON, name=name, ready_on=str(ready_on), on=str(on))
    if kind is StepKind.FULL_VOTED:
        ready_on = months_after(days[StepKind.VOTED], PROBATION_MONTHS)
        if on < ready_on:
            raise Refusal(refusals.PROBATION_RUNS, name=name, ready_on=str(ready_on), on=str(on))
