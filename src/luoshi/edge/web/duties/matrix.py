"""The matrix: posts by what their duties are about, so that what nobody answers for is an empty column."""

from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.choosing import OrganizationField, label
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import Organization
from luoshi.plan.duties.queries.counting import lacking
from luoshi.plan.duties.queries.lists import in_force_items, listed_within, standings
from luoshi.plan.duties.vocabulary import Area

from .chain import often
from .finding import own_places, year_asked

ROWS = 60


class PlaceForm(ActForm):
    """Of which organization and what is below it."""

    organization = OrganizationField(
        label=gettext_lazy("看哪个组织"),
        required=False,
        help_text=gettext_lazy("写名称、简称或代码；拼音首字母也行。"),
    )


@require_safe
@members
def matrix(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the posts at and below an organization against the areas of their duties."""
    places = own_places(viewer)
    first = places[0] if places else None
    asked = request.GET if request.GET.get("organization") else None
    form = PlaceForm(asked, paths=viewer.paths, initial={"organization": label(first) if first else ""})
    place = form.cleaned_data["organization"] or first if asked and form.is_valid() else first
    year = year_asked(request)
    context = {"form": form, "place": place, "year": year, "areas": Area.choices, **_rows(place, year)}
    return page(request, "duties/matrix.html", context, status=422 if form.errors else 200)


def _rows(place: Organization | None, year: int) -> dict[str, Any]:
    posts = listed_within([place.path] if place else [], year)
    shown = list(posts[:ROWS])
    items = in_force_items(shown, year)
    rows = []
    for standing in standings(shown, year, localdate()):
        cells = defaultdict(list)
        for item in items[standing.post.pk]:
            cells[item.area].append((item, often(item)))
        rows.append({"standing": standing, "cells": [cells[area] for area in Area.values]})
    missing = lacking([place.path], year, localdate(), "unlisted").count() if place else 0
    return {"rows": rows, "count": posts.count(), "missing": missing, "shown": ROWS}
