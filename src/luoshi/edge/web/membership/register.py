"""The register of members of an organization: those of a branch, or of everything below, counted by standing."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.act.membership.queries import full_since, ways
from luoshi.act.membership.steps import StepKind
from luoshi.act.membership.way import Way
from luoshi.edge.exchange.workbooks import people as book
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.downloads import workbook
from luoshi.edge.web.moments import day_of
from luoshi.edge.web.organizations.finding import seen
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import Person, Standing
from luoshi.ground.people.staff import members_within

from .development import phases
from .finding import PAGE, turned

STANDINGS = (Standing.FULL, Standing.PROBATIONARY)


@require_safe
@members
def members_of(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """List the members of an organization within reach, ``?standing=full`` of them; ``after`` turns the page."""
    one = seen(viewer, number)
    everybody = members_within([one.path])
    standing = request.GET.get("standing", "")
    if standing and standing not in STANDINGS:
        raise Http404
    shown = everybody.filter(standing=standing) if standing else everybody
    begin = turned(request)
    on_the_way = ways([one.path])
    people = list(shown[begin : begin + PAGE])
    counts = {each: everybody.filter(standing=each).count() for each in STANDINGS}
    context: dict[str, Any] = {
        "one": one,
        "is_branch": one.kind == OrganizationKind.BRANCH,
        "standing": standing,
        "standings": [(each.value, each.label, counts[each]) for each in STANDINGS],
        "total": sum(counts.values()),
        "count": counts[Standing(standing)] if standing else sum(counts.values()),
        "phases": phases(on_the_way),
        "people": people,
        "on_the_way": {way.person.pk for way in on_the_way},
        "since": _since(people, on_the_way),
        "keeps": viewer.keeps,
        "may_register": viewer.keeps(one.path) and one.dissolved_on is None,
        "after": begin + PAGE if begin + PAGE < shown.count() else None,
    }
    return page(request, "membership/members.html", context)


def _since(people: Sequence[Person], on_the_way: Iterable[Way]) -> dict[int, str]:
    """Return the day that belongs to somebody's standing, by id: full since, or on probation until."""
    full = {number: _("自 %(day)s") % {"day": day_of(on)} for number, on in full_since(people).items()}
    ends = {
        due.person: _("%(day)s期满") % {"day": day_of(due.due_on)}
        for way in on_the_way
        for due in way.due
        if due.kind is StepKind.FULL_VOTED
    }
    return {**ends, **full}


@require_safe
@members
def members_file(_request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Give the register as a workbook, whose import changes nothing."""
    one = seen(viewer, number)
    name = _("%(name)s党员名册%(day)s") % {"name": one.name, "day": localdate().isoformat()}
    return workbook(name, book.export(members_within([one.path])))
