"""Finds what an address names, for who may see it. To others it does not exist."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest
from django.utils.timezone import localdate

from luoshi.edge.web.access import Viewer
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Post
from luoshi.plan.duties.queries.docket import leading_posts

LOWEST_YEAR, HIGHEST_YEAR = 2000, 2100


def acting(viewer: Viewer) -> dict[str, Any]:
    """Return who acts and when, as the actions of duties take it."""
    return {"by": viewer.person, "at": datetime.now(UTC)}


def seen(found: Any, viewer: Viewer, *places: str) -> Any:
    """Return what was found where one of its places is within reach. Raises ``Http404`` for anything else."""
    if found is None or not viewer.sees(*places):
        raise Http404
    return found


def in_post(viewer: Viewer, organization: Organization) -> bool:
    """Tell whether the viewer holds a post there, his own or lent."""
    return any(each.organization == organization.pk for each in viewer.held)


def own_places(viewer: Viewer) -> list[Organization]:
    """Return the organizations where the viewer holds posts, own and lent, in the order of the tree."""
    numbers = {each.organization for each in viewer.held}
    return list(Organization.objects.filter(pk__in=numbers, dissolved_on=None).order_by("path"))


def leading(viewer: Viewer) -> list[Post]:
    """Return the leading posts that the viewer holds himself; a system office leads nothing."""
    return [] if viewer.office else leading_posts(viewer.person, localdate())


def year_asked(request: HttpRequest) -> int:
    """Return the year that the address names, else this one."""
    said = request.GET.get("year", "")
    year = int(said) if said.isascii() and said.isdigit() and len(said) == 4 else 0
    return year if LOWEST_YEAR <= year <= HIGHEST_YEAR else localdate().year


def choices_of(field: forms.Field, choices: list[tuple[str, Any]]) -> None:
    """Let a choice field offer these."""
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
