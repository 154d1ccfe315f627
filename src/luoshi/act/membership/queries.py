"""Reads of the way into the Party: the steps taken, who is on the way in a branch or below, what is due."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from luoshi.ground.organizations.paths import within
from luoshi.ground.people.models import Person, Standing

from .limits import Limits, limits
from .models import Step
from .steps import ORDER, StepKind
from .way import StepDue, Taken, Way

__all__ = ["StepDue", "find_step", "full_since", "steps_due", "steps_of", "way_of", "ways"]


class _Row(NamedTuple):
    person: int
    kind: StepKind
    on: date
    number: int
    branch: int
    path: str


def steps_of(person: Person) -> list[Step]:
    """Return all steps that the person took, by day."""
    return sorted(Step.objects.filter(person=person), key=lambda step: (step.on, _rank(step.kind)))


def find_step(number: int) -> Step | None:
    """Return the step of that number with its person, or nothing."""
    return Step.objects.select_related("person").filter(pk=number).first()


def way_of(person: Person) -> Way | None:
    """Return the person's way as far as it is known, over or not; nothing for whoever is on none."""
    found = _way(person, _rows(Q(person=person))[person.pk], limits())
    return found[0] if found else None


def ways(paths: Iterable[str]) -> list[Way]:
    """Return the ways that are not over of all who are on one at and below the paths, by name."""
    reached = tuple(paths)
    begun = Step.objects.filter(within(reached, "branch__path")).values("person")
    on_probation = within(reached, "home__path") & Q(standing=Standing.PROBATIONARY)
    near = Person.objects.filter(on_probation | Q(pk__in=begun)).exclude(standing=Standing.FULL)
    rows = _rows(Q(person__in=near.values("pk")))
    set_limits = limits()
    found = (
        _way(each, rows[each.pk], set_limits) for each in near.select_related("home").order_by("name", "pk")
    )
    return [each[0] for each in found if each and each[1].startswith(reached) and not each[0].is_over]


def steps_due(paths: Iterable[str], until: date) -> list[StepDue]:
    """Return what is due by that day for whoever is on the way at and below the paths, overdue included, by day."""
    found = (due for way in ways(paths) for due in way.due)
    return sorted((due for due in found if due.due_on <= until), key=lambda due: (due.due_on, due.person))


def full_since(people: Iterable[Person]) -> dict[int, date]:
    """Return since when these people are full members, by id, where the vote that made them so is recorded."""
    voted = Step.objects.filter(person__in=list(people), kind=StepKind.FULL_VOTED)
    return dict(voted.order_by("on").values_list("person", "on"))


def _rows(whose: Q) -> dict[int, list[_Row]]:
    fields = ("person", "kind", "on", "pk", "branch", "branch__path")
    found: dict[int, list[_Row]] = defaultdict(list)
    for person, kind, on, number, branch, path in Step.objects.filter(whose).values_list(*fields):
        found[person].append(_Row(person, StepKind(kind), on, number, branch, path))
    return found


def _way(person: Person, rows: Sequence[_Row], set_limits: Limits) -> tuple[Way, str] | None:
    """Return the person's way and the path of the branch that has it in hand; a member's is where they are at home."""
    lately = _lately(sorted(rows, key=lambda row: (row.on, _rank(row.kind))))
    taken = [Taken(row.kind, row.on, row.number) for row in lately]
    joined_on, kinds = person.joined_on, {step.kind for step in taken}
    if person.standing == Standing.PROBATIONARY and joined_on is not None and StepKind.VOTED not in kinds:
        # Whoever was on probation before anybody recorded steps here joined on the day of the vote.
        taken = sorted(
            [*taken, Taken(StepKind.VOTED, joined_on)], key=lambda step: (step.on, _rank(step.kind))
        )
    if not taken:
        return None
    home = person.home if person.standing != Standing.NONE else None
    branch, path = (home.pk, home.path) if home else (lately[-1].branch, lately[-1].path)
    return Way(person, branch, taken, set_limits), path


def _lately(rows: Sequence[_Row]) -> list[_Row]:
    """Return the steps since the way began anew."""
    begun = 0
    for place, row in enumerate(rows[:-1], 1):
        if row.kind is StepKind.ENDED:
            begun = place
    return list(rows[begun:])


def _rank(kind: str) -> int:
    return ORDER.index(StepKind(kind))
