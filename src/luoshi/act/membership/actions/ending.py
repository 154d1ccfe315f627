"""A membership ends, and with it whatever was still to be done on the way."""

from datetime import date, datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.people.actions import stop
from luoshi.ground.people.models import Cause, Person, Standing
from luoshi.ground.people.refusals import NOT_MEMBER

from ..queries import way_of
from ..refusals import BEFORE
from ..steps import StepKind
from .taking import record, refuse_not_keeper


@transaction.atomic
def end_membership(person: Person, *, on: date, cause: Cause, by: Person, at: datetime) -> Person:
    """Let the membership end on that day for that cause, and the probation with it; return the person.

    Raises ``Refusal`` as ``stop`` does, and where ``by`` has no post in the person's branch or above.
    """
    current = Person.objects.select_for_update().get(pk=person.pk)
    if current.home is None:
        raise Refusal(NOT_MEMBER, name=current.name)
    branch, was = current.home, way_of(current)
    refuse_not_keeper(by, branch, at)
    on_probation = current.standing == Standing.PROBATIONARY
    if was is not None and on < was.latest.on:
        step, day = was.latest.kind.label, str(was.latest.on)
        raise Refusal(BEFORE, step=str(cause.label), on=str(on), earlier=str(step), earlier_on=day)
    ended = stop(current, on=on, cause=cause, by=by.pk, at=at)
    if was is not None and on_probation:
        record(ended, StepKind.ENDED, on, branch, by=by, at=at)
    return ended
