"""A step on the way into the Party is recorded; standing follows from it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.actions import admit, become_full
from luoshi.ground.people.models import Person, Standing
from luoshi.ground.people.queries import held_by

from .. import refusals
from ..models import Step
from ..queries import way_of
from ..steps import NEEDS, ORDER, StepKind
from ..way import Taken, Way

SENTENCES = {StepKind.FULL_VOTED: refusals.PROBATION_RUNS}


@transaction.atomic
def take_step(
    person: Person, *, kind: StepKind, on: date, branch: Organization, by: Person, at: datetime
) -> Step:
    """Record that the person took the step on that day in the branch, and return it.

    The branch's vote puts him on probation, the approval at the end makes him a full member. Raises ``Refusal``
    for a day to come or out of order, a step without the one before it, and where ``by`` has no post there or above.
    """
    current = Person.objects.select_for_update().get(pk=person.pk)
    refuse_not_keeper(by, branch, at)
    if on > localdate(at):
        raise Refusal(refusals.FUTURE, on=str(on))
    way = way_of(current)
    days = _refuse_disorder(current, way, kind, on)
    step = record(current, kind, on, branch, by=by, at=at)
    if kind is StepKind.VOTED:
        admit(current, home=branch, on=on, by=by.pk, at=at)
    if kind is StepKind.FULL_APPROVED:
        become_full(current, on=days[StepKind.FULL_VOTED], by=by.pk, at=at)
    return step


def refuse_not_keeper(by: Person, branch: Organization, at: datetime) -> None:
    """Raise ``Refusal`` unless ``by`` holds or stands in for a post in the branch or above it."""
    if not any(branch.path.startswith(each.path) for each in held_by(by, localdate(at))):
        raise Refusal(refusals.NOT_KEEPER, name=by.name, branch=branch.name)


def record(
    person: Person, kind: StepKind, on: date, branch: Organization, *, by: Person, at: datetime
) -> Step:
    """Store the step and write it in the ledger; whether it may be taken has been decided."""
    step = Step.objects.create(person=person, branch=branch, kind=kind, on=on)
    facts = {"step": kind, "on": on, "branch": branch.code}
    append(person.chain, "person.step_taken", by=by.pk, at=at, facts=facts)
    return step


def _refuse_disorder(person: Person, way: Way | None, kind: StepKind, on: date) -> Mapping[StepKind, date]:
    """Return the days of the steps taken so far. Raises ``Refusal`` where this one does not fit in with them."""
    if person.standing == Standing.FULL:
        raise Refusal(refusals.FULL_ALREADY, name=person.name)
    days = dict(way.days) if way else {}
    ended_on = days.get(StepKind.ENDED)
    if ended_on is not None:
        if on <= ended_on:
            raise Refusal(refusals.ENDED_SINCE, name=person.name, ended_on=str(ended_on))
        days, way = {}, None
    _refuse_date(person.name, way.steps if way else (), kind, on)
    needed = NEEDS.get(kind)
    if needed is not None and needed not in days:
        raise Refusal(refusals.MISSING, name=person.name, step=str(kind.label), earlier=str(needed.label))
    if kind is StepKind.ENDED and StepKind.VOTED in days:
        raise Refusal(refusals.ON_PROBATION, name=person.name)
    opens = way.opens(kind) if way else None
    if opens is not None and on < opens[0]:
        sentence = SENTENCES.get(kind, refusals.TOO_SOON)
        day, article = str(opens[0]), opens[1].article
        raise Refusal(sentence, name=person.name, ready_on=day, on=str(on), article=article)
    return days


def _refuse_date(name: str, taken: Sequence[Taken], kind: StepKind, on: date) -> None:
    label = str(kind.label)
    for step in taken:
        if step.kind is kind and (kind is not StepKind.EXAMINED or step.on == on):
            sentence = refusals.ONCE_ONLY if kind is StepKind.EXTENDED else refusals.TAKEN
            raise Refusal(sentence, name=name, step=label, on=str(step.on))
        if ORDER.index(step.kind) < ORDER.index(kind) and on < step.on:
            earlier, earlier_on = str(step.kind.label), str(step.on)
            raise Refusal(refusals.BEFORE, step=label, on=str(on), earlier=earlier, earlier_on=earlier_on)
        if ORDER.index(step.kind) > ORDER.index(kind) and on > step.on and kind is not StepKind.EXAMINED:
            later, later_on = str(step.kind.label), str(step.on)
            raise Refusal(refusals.BEFORE, step=later, on=later_on, earlier=label, earlier_on=str(on))
