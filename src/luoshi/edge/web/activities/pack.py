"""What is brought to a meeting, as one page to print: agenda, open tasks, who is expected."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.act.activities.attendance import Ballot
from luoshi.act.activities.expecting import expected
from luoshi.act.activities.manners import CONFIDENTIAL, held_by
from luoshi.act.activities.quorum import threshold_of
from luoshi.act.tasks.queries import in_hand
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.words import due
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import Standing

from .finding import recorded_by
from .offers import offered
from .words import called

TASKS = 30


@require_safe
@members
def pack(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the pack for a meeting of that kind."""
    organization = recorded_by(viewer, number)
    asked = request.GET.get("kind", "")
    held = [each for each in held_by(OrganizationKind(organization.kind)) if each not in CONFIDENTIAL]
    kind = next((each for each in held if each == asked), held[0] if not asked else None)
    if kind is None:
        raise Http404
    today = localdate()
    people = expected(organization, {kind}, today)
    offers = offered(organization, kind, today)
    context = {
        "one": organization,
        "kind": called([kind]),
        "chosen": kind.value,
        "kinds": [(each.value, called([each])) for each in held],
        "agenda": [each.text for each in offers if not each.task],
        "tasks": _tasks(organization, today),
        "people": people,
        "needed": _needed(kind, sum(each.standing == Standing.FULL for each in people)),
        "today": today,
    }
    return page(request, "activities/pack.html", context)


def _needed(kind: ActivityKind, voters: int) -> tuple[int, int] | None:
    threshold = threshold_of({kind}, Ballot.NONE)
    return None if threshold is None or not voters else (voters, threshold.needed(voters))


def _tasks(organization: Any, today: Any) -> list[dict[str, Any]]:
    tasks = in_hand(organization).order_by("deadline_on", "pk")[:TASKS]
    return [
        {
            "task": each,
            "due": due(each.deadline_on, today) if each.deadline_on else "",
            "wanting": sorted(set(each.evidence_named) - set(each.evidence)),
        }
        for each in tasks
    ]
