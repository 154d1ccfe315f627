"""A year of an organization, month by month."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.act.activities.manners import CONFIDENTIAL, held_by
from luoshi.act.activities.queries import held, life, presence_counts, years
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import Organization, OrganizationKind

from .alongside import alongside
from .finding import may_record, seen
from .words import called, lasted

if TYPE_CHECKING:
    from collections.abc import Iterable

QUICK = 6


@require_safe
@members
def activities(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the year of the first of one's own organizations, and the way to the others."""
    own = _own(viewer)
    asked = request.GET.get("organization", "")
    one = next((each for each in own if str(each.pk) == asked), own[0] if own else None)
    if one is None:
        return page(request, "activities/nowhere.html", {})
    return _shown(request, viewer, one, own)


@require_safe
@members
def organization_life(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the year of any organization within reach."""
    return _shown(request, viewer, seen(viewer, number), [])


def _own(viewer: Viewer) -> list[Organization]:
    """Return where the viewer belongs: the own branch first, then where posts are held."""
    numbers = {each.organization for each in viewer.held}
    home = viewer.person.home
    places = Organization.objects.filter(pk__in=numbers, dissolved_on=None).order_by("path")
    return list(dict.fromkeys([*([home] if home else []), *places]))


def _shown(request: HttpRequest, viewer: Viewer, one: Organization, own: list[Organization]) -> HttpResponse:
    today = localdate()
    known = sorted({today.year, *years(one)}, reverse=True)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, known) else today.year
    context = {
        "one": one,
        "own": own if len(own) > 1 else [],
        "year": year,
        "years": known,
        "months": _months(one, year),
        "figures": _figures(one, year),
        "may_record": may_record(viewer, one),
        "quick": quick_kinds(one),
        **alongside(viewer, one, year),
    }
    return page(request, "activities/life.html", context)


def quick_kinds(one: Organization) -> list[tuple[str, str]]:
    """Return the kinds that such an organization records most, by value and name."""
    kinds = [each for each in held_by(OrganizationKind(one.kind)) if each not in CONFIDENTIAL]
    return [(each.value, called([each])) for each in kinds[:QUICK]]


def _figures(one: Organization, year: int) -> list[tuple[str, int]]:
    """Return how often each kind was held, also those that nobody may read, the most frequent first."""
    counted = Counter(each.kind for each in held(one, year))
    return [(called([kind]), count) for kind, count in counted.most_common()]


def _months(one: Organization, year: int) -> list[tuple[str, list[dict[str, Any]]]]:
    found = life(one, year)
    there = presence_counts([activity.pk for activity, _kinds in found])
    lines = [_line(activity, kinds, there[activity.pk]) for activity, kinds in found]
    return [
        (_month_name(number), list(each)) for number, each in groupby(lines, key=lambda line: line["month"])
    ]


def _month_name(number: int) -> str:
    return _("%(month)d月") % {"month": number}


def _line(activity: Any, kinds: Iterable[str], there: tuple[int, int]) -> dict[str, Any]:
    return {
        "activity": activity,
        "month": activity.held_on.month,
        "kinds": called(kinds),
        "present": there[0],
        "due": there[1],
        "lasted": lasted(activity.hours),
    }


def lately(one: Organization, today: Any, first: int) -> list[dict[str, Any]]:
    """Return the latest of what the organization held this year, for its own page."""
    found = [(activity, kinds) for activity, kinds in life(one, today.year) if kinds][:first]
    there = presence_counts([activity.pk for activity, _kinds in found])
    return [_line(activity, kinds, there[activity.pk]) for activity, kinds in found]
