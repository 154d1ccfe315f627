"""Reads of the way into the Party: the steps taken, and what they make due."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from luoshi.ground.organizations.paths import within
from luoshi.ground.people.models import Person

from .models import Step
from .steps import EXTENSION_MONTHS, LIMITS, ORDER, Limit, StepKind, months_after


class StepDue(NamedTuple):
    """One step that is owed 到期步骤: whose, where, which, until when, and by which article after which day."""

    person: int
    branch: int
    kind: StepKind
    due_on: date
    after_on: date
    article: str
    norm: bool


def steps_of(person: Person) -> list[Step]:
    """Return the steps that the person took, by day."""
    return sorted(Step.objects.filter(person=person), key=lambda step: (step.on, _rank(step)))


def steps_due(paths: Iterable[str], until: date) -> list[StepDue]:
    """Return what is due by that day for whoever is on the way at and below the paths, overdue included, by day."""
    taken: dict[int, list[Step]] = defaultdict(list)
    for step in Step.objects.filter(within(paths, "branch__path")).order_by("on", "pk"):
        taken[step.person_id].append(step)
    found = (due for steps in taken.values() for due in due_after(steps))
    return sorted((due for due in found if due.due_on <= until), key=lambda due: (due.due_on, due.person))


def due_after(steps: list[Step]) -> Iterator[StepDue]:
    """Yield what the steps of one person, by day, make due and nobody has done yet."""
    latest = {StepKind(step.kind): step for step in steps}
    for limit in LIMITS:
        start = latest.get(limit.after)
        if start is None or (limit.ends is not None and limit.ends in latest):
            continue
        done = latest.get(limit.due)
        if done is not None and not limit.each:
            continue
        begun = done.on if done is not None and limit.each else start.on
        months = limit.months + _extension(limit, latest)
        yield StepDue(
            start.person_id,
            start.branch_id,
            limit.due,
            months_after(begun, months),
            begun,
            limit.article,
            limit.norm,
        )


def _extension(limit: Limit, latest: dict[StepKind, Step]) -> int:
    extended = limit.due is StepKind.FULL_VOTED and StepKind.EXTENDED in latest
    return EXTENSION_MONTHS if extended else 0


def _rank(step: Step) -> int:
    return ORDER.index(StepKind(step.kind))
