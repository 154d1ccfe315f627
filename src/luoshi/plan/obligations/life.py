"""What happened in organizations, from whichever room has it: what they fulfilled, and their activities."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear

from luoshi.act.activities.manners import CONFIDENTIAL
from luoshi.act.activities.queries import counts, held_by, organizations_of, people_of
from luoshi.act.membership.intervals import Admissions, admissions
from luoshi.core.rules import Occurrence, ReportKind
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within
from luoshi.ground.organizations.queries import by_code

from .models import Fulfilment
from .reads import fulfilled

MONTHS = 12
STEPS = ("person.step_taken", "person.step_withdrawn")
# What the ledger says when something happened that counts, or no longer does.
VERBS = (
    *("activity.recorded", "activity.corrected", "activity.withdrawn"),
    *("fulfilment.recorded", "fulfilment.withdrawn"),
    *STEPS,
)


class Happened(NamedTuple):
    """That something of a kind happened in an organization, in which month since the year 0 月度事项."""

    organization: int
    kind: str
    month: int


def happened(paths: Iterable[str]) -> Counter[Happened]:
    """Return how often what happened at and below the paths, in all the years that are on record."""
    reached = tuple(paths)
    month = ExtractYear("made_on") * MONTHS + ExtractMonth("made_on") - 1
    made = _standing().filter(within(reached, "organization__path")).order_by()
    found = Counter(Happened(*row) for row in made.values_list("organization", "kind", month))
    for organization, kind, in_month, times in counts(reached, date.min, date.max):
        found[Happened(organization, kind, in_month)] += times
    for branch, on in admissions(reached).examined():
        found[Happened(branch, ReportKind.ACTIVIST_REVIEW, on.year * MONTHS + on.month - 1)] += 1
    return found


def held(organizations: Sequence[Organization], year: int, steps: Admissions) -> dict[int, list[Occurrence]]:
    """Return what these organizations did in that year, by day; ``ref`` is the route of a page and its number."""
    days, numbers = (date(year, 1, 1), date(year, 12, 31)), [each.pk for each in organizations]
    found: dict[int, list[Occurrence]] = {each: [] for each in numbers}
    for organization, kind, on, number in fulfilled(numbers, *days):
        found[organization].append(Occurrence(kind, on, ("fulfilment", number)))
    for branch, on in steps.examined():
        # One examination a day, of however many; whose it was is told on the page of whoever it was.
        if branch in found and on.year == year:
            found[branch].append(Occurrence(ReportKind.ACTIVIST_REVIEW, on))
    for organization, met in held_by(numbers, *days):
        found[organization].append(Occurrence(met.kind, met.held_on, _page(met.kind, met.activity)))
    for each in found.values():
        each.sort(key=lambda one: (one.on, one.kind))
    return found


def _page(kind: str, activity: int) -> tuple[str, int] | None:
    """Return the route and the number of an activity's page; what is confidential counts and leads nowhere."""
    return None if kind in CONFIDENTIAL else ("activity", activity)


def places_of(entries: Sequence[Entry]) -> set[int]:
    """Return the organizations, by id, in which what these entries of the ledger tell happened."""
    made = Fulfilment.objects.filter(pk__in=_numbers(entries, "fulfilment"))
    return {
        *made.values_list("organization", flat=True),
        *organizations_of(_numbers(entries, "activity")),
        # A step that was withdrawn is in no table any more, so that its entry has to say where it was.
        *(
            place.pk
            for place in by_code({each.facts["branch"] for each in entries if each.verb in STEPS}).values()
        ),
    }


def learners_of(entries: Sequence[Entry]) -> set[int]:
    """Return the people, by id, whose study hours what these entries tell may have changed."""
    return people_of(_numbers(entries, "activity"))


def _numbers(entries: Sequence[Entry], wanted: str) -> set[int]:
    """Return the numbers of the subjects of that name of which these entries tell."""
    named = (each.chain.partition(":") for each in entries)
    return {int(number) for subject, _colon, number in named if subject == wanted}


def _standing() -> QuerySet[Fulfilment]:
    return Fulfilment.objects.filter(withdrawn_at=None)
