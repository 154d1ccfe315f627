"""What is brought to a meeting, as a page to print and as a document: agenda, open tasks, who is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import override
from django.views.decorators.http import require_safe

from luoshi.act.activities.attendance import Ballot
from luoshi.act.activities.expecting import expected
from luoshi.act.activities.manners import CONFIDENTIAL, held_by
from luoshi.act.activities.quorum import threshold_of
from luoshi.act.tasks.queries import in_hand
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.exchange.meeting_pack import Brought, MeetingPack, meeting_pack, pack_title
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.downloads import document
from luoshi.edge.web.pages import page
from luoshi.edge.web.words import due
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import Standing

from .finding import recorded_by
from .offers import offered
from .words import called

if TYPE_CHECKING:
    from datetime import date

    from luoshi.ground.organizations.models import Organization

TASKS = 30


@require_safe
@members
def pack(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the pack for a meeting of that kind."""
    organization = recorded_by(viewer, number)
    kinds = _held(organization)
    kind, today = _asked(request, kinds), localdate()
    said = _gathered(organization, kind, today)
    context = {
        "one": organization,
        "chosen": kind.value,
        "kinds": [(each.value, called([each])) for each in kinds],
        "pack": said,
        "tasks": [(each, due(each.deadline_on, today) if each.deadline_on else "") for each in said.tasks],
    }
    return page(request, "activities/pack.html", context)


@require_safe
@members
def pack_file(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Give the same pack as a document, Chinese for every reader: it is read out at the meeting."""
    organization = recorded_by(viewer, number)
    kind = _asked(request, _held(organization))
    with override(settings.LANGUAGE_CODE):
        said = _gathered(organization, kind, localdate())
    return document(pack_title(said), meeting_pack(said))


def _held(organization: Organization) -> list[ActivityKind]:
    return [each for each in held_by(OrganizationKind(organization.kind)) if each not in CONFIDENTIAL]


def _asked(request: HttpRequest, kinds: list[ActivityKind]) -> ActivityKind:
    """Return the kind that the address names, else the first. Raises ``Http404`` for one that is not held there."""
    asked = request.GET.get("kind", "")
    kind = next((each for each in kinds if each == asked or not asked), None)
    if kind is None:
        raise Http404
    return kind


def _gathered(organization: Organization, kind: ActivityKind, today: date) -> MeetingPack:
    people = expected(organization, {kind}, today)
    return MeetingPack(
        organization=organization.name,
        kind=called([kind]),
        agenda=tuple(each.text for each in offered(organization, kind, today) if not each.task),
        tasks=tuple(_tasks(organization)),
        people=tuple(each.name for each in people),
        needed=_needed(kind, sum(each.standing == Standing.FULL for each in people)),
        printed_on=today,
    )


def _needed(kind: ActivityKind, voters: int) -> tuple[int, int] | None:
    threshold = threshold_of({kind}, Ballot.NONE)
    return None if threshold is None or not voters else (voters, threshold.needed(voters))


def _tasks(organization: Organization) -> list[Brought]:
    tasks = in_hand(organization).order_by("deadline_on", "pk")[:TASKS]
    return [
        Brought(
            title=each.title,
            standard=each.standard or "",
            deadline_on=each.deadline_on,
            wanting=tuple(sorted(set(each.evidence_named) - set(each.evidence))),
        )
        for each in tasks
    ]
