"""Who is on the way into the Party in a branch or below: one line each, what is most urgent first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from luoshi.act.membership.queries import ways
from luoshi.act.membership.steps import PHASE_LABELS, Phase
from luoshi.act.membership.way import Way
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.organizations.finding import seen
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.organizations.queries import names_of

from .finding import PAGE, turned
from .words import nexts


@require_safe
@members
def development(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """List who is on the way at and below an organization within reach, ``?phase=activist`` of them."""
    one, today = seen(viewer, number), localdate()
    phase = request.GET.get("phase", "")
    if phase and phase not in set(Phase):
        raise Http404
    everybody = ways([one.path])
    shown = sorted((way for way in everybody if not phase or way.phase == phase), key=_urgency)
    begin = turned(request)
    page_of = shown[begin : begin + PAGE]
    branches = names_of({way.branch for way in page_of})
    context = {
        "one": one,
        "is_branch": one.kind == OrganizationKind.BRANCH,
        "may_record": one.dissolved_on is None,
        "phase": phase,
        "phases": phases(everybody),
        "total": len(everybody),
        "count": len(shown),
        "lines": [_line(way, branches, today) for way in page_of],
        "after": begin + PAGE if begin + PAGE < len(shown) else None,
    }
    return page(request, "membership/development.html", context)


def phases(found: Iterable[Way]) -> list[tuple[str, str, int]]:
    """Return each phase by value and name with how many are in it, those nearest to membership first."""
    counted = Counter(way.phase for way in found)
    return [(each.value, gettext(PHASE_LABELS[each]), counted[each]) for each in reversed(Phase)]


def _urgency(way: Way) -> tuple[date, str]:
    due = way.due
    return (due[0].due_on if due else date.max, way.person.name)


def _line(way: Way, branches: Mapping[int, str], today: date) -> dict[str, Any]:
    phase, coming = way.phase, nexts(way, today)
    return {
        "person": way.person,
        "branch": branches[way.branch],
        "phase": gettext(PHASE_LABELS[phase]) if phase else "",
        "latest": way.latest,
        "next": coming[0] if coming else None,
    }
