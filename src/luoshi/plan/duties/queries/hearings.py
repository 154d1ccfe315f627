"""Reads of hearings, and the figures that a hearing begins with."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from luoshi.act.tasks import queries as tasks
from luoshi.act.tasks.summary import summary
from luoshi.core.periods import Period, period_of
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within

from ..models import Hearing, HearingDecision, Submission
from ..site import owed_within
from . import counting, submissions
from .docket import dockets_within

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

LISTED = 20


def find_hearing(number: int) -> Hearing | None:
    """Return the hearing of that id with its organization, or nothing."""
    return Hearing.objects.select_related("organization").filter(pk=number).first()


def hearings_within(paths: Collection[str]) -> QuerySet[Hearing]:
    """Return the hearings of organizations at and below the paths, the latest first."""
    found = Hearing.objects.filter(within(paths, "organization__path")).select_related("organization")
    return found.order_by("-planned_on", "-pk")


def decisions(hearing: Hearing) -> list[Task]:
    """Return the tasks that were decided, with their owners, in their order."""
    decided = HearingDecision.objects.filter(hearing=hearing).select_related("task__owner").order_by("place")
    return [each.task for each in decided]


def told(hearing: Hearing) -> list[Entry]:
    """Return what happened to the hearing, first to last."""
    return story(hearing.chain)


def half_year(key: str) -> Period:
    """Return the half-year of that key, such as ``2026-H1``. Raises ``ValueError`` for anything else."""
    year, _dash, half = key.partition("-H")
    return period_of("half_year", date(int(year), {"1": 1, "2": 7}[half], 1))


def figures(organization: Organization, period: Period, on: date) -> dict[str, Any]:
    """Return what the records say of the half-year at and below the organization, as it stands on that day.

    ``late`` lists the longest overdue tasks, at most twenty, and ``tasks`` counts them all.
    """
    paths, year = [organization.path], period.first.year
    extent = counting.extent(paths, year, on)
    asked = submissions.reachable(paths)
    open_requests = asked.filter(submissions.OPEN)
    return {
        "on": on.isoformat(),
        "tasks": summary(organization, period.first, min(period.last, on), on).record(),
        "duties": {
            "posts": extent.posts,
            "listed": extent.listed,
            "vacant": extent.vacant,
            "unaccepted": extent.unaccepted,
            "opened": sum(counting.opened_within(paths, year).values()),
        },
        "owed": owed_within(organization, period, on),
        "docket": dockets_within(paths).count(),
        "requests": {"open": open_requests.count(), "overdue": _overdue(open_requests, on)},
        "late": [_late(task) for task in tasks.overdue(organization, on).select_related("owner")[:LISTED]],
    }


def _overdue(requests: QuerySet[Submission], on: date) -> int:
    return submissions.overdue(requests, on).count()


def _late(task: Task) -> dict[str, Any]:
    due = task.deadline_on.isoformat() if task.deadline_on else ""
    return {"task": task.pk, "title": task.title, "owner": str(task.owner or ""), "due": due}
