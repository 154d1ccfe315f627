"""Where one's own posts stand with their duties, and what is missing within reach."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.words import due
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import find
from luoshi.ground.people.queries import posts_of
from luoshi.plan.duties.queries.counting import extent, lacking
from luoshi.plan.duties.queries.due import dated
from luoshi.plan.duties.queries.lists import standings

from .finding import year_asked

SHOWN, AHEAD, SOON = 200, timedelta(days=62), 8
LONGEST = 18
LACKING = ("unlisted", "vacant", "unaccepted")


@require_safe
@members
def duties(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the lists of one's own posts, what they owe next, and how far lists go within reach."""
    today, year = localdate(), year_asked(request)
    mine = standings(posts_of(viewer.person, today), year, today)
    context = {
        "year": year,
        "this_year": today.year,
        "mine": mine,
        "me": viewer.person,
        "keeps": viewer.keeps,
        "soon": _soon(viewer),
        "extent": extent(viewer.paths, year, today) if viewer.paths else None,
    }
    return page(request, "duties/overview.html", context)


def _soon(viewer: Viewer) -> list[dict[str, Any]]:
    """Return what one's posts owe in the next two months, the first due first."""
    today = localdate()
    return [
        {"each": each, "due": due(each.on, today)}
        for each in dated(viewer.person, today, today + AHEAD)[:SOON]
    ]


@require_safe
@members
def posts(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List the posts within reach that lack a list, a holder or an acceptance."""
    what, today, year = request.GET.get("lacking", LACKING[0]), localdate(), year_asked(request)
    if what not in LACKING:
        raise Http404
    place = _place(request, viewer)
    found = lacking([place.path] if place else viewer.paths, year, today, what)
    titles = {
        "unlisted": _("没有责任清单的岗位"),
        "vacant": _("空缺的岗位"),
        "unaccepted": _("还没有签收清单的岗位"),
    }
    context = {
        "title": titles[what],
        "place": place,
        "year": year,
        "count": found.count(),
        "rows": standings(found[:SHOWN], year, today),
        "keeps": viewer.keeps,
        "shown": SHOWN,
    }
    return page(request, "duties/posts.html", context)


def _place(request: HttpRequest, viewer: Viewer) -> Organization | None:
    """Return the organization within reach that the address names; nothing where it names none."""
    said = request.GET.get("at", "")
    found = find(int(said)) if said.isascii() and said.isdigit() and len(said) < LONGEST else None
    return found if found is not None and viewer.sees(found.path) else None
