"""The tree within reach: what is open is loaded, what is closed is fetched when somebody opens it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.choosing import LONGEST
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import above
from luoshi.ground.organizations.queries import by_path, children_of, find, search

from .finding import seen

FOUND = 50


@dataclass
class Node:
    """One organization in the tree, with those below it where it is open."""

    organization: Organization
    is_open: bool
    below: list["Node"] = field(default_factory=list)


@require_safe
@members
def organizations(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the tree: ``at`` names the organization down to which it is open, ``q`` searches instead."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    found = search(words, viewer.paths, FOUND + 1)
    context = {
        "words": words,
        "found": found[:FOUND],
        "more": len(found) > FOUND,
        "nodes_shown": [] if words else _grown(viewer, request.GET.get("at", "")),
    }
    return page(request, "organizations/tree.html", context, fragment="found")


@require_safe
@members
def node(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show one organization of the tree, open or with ``?open=0`` closed, for HTMX to put in its place."""
    organization = seen(viewer, number)
    opened = [organization] if request.GET.get("open") != "0" else []
    [grown] = _nodes([organization], opened)
    return page(request, "organizations/node.html", {"node": grown})


def _grown(viewer: Viewer, at: str) -> list[Node]:
    roots = sorted(by_path(viewer.paths).values(), key=lambda each: each.path)
    target = find(int(at)) if at.isdecimal() and len(at) < 19 else None
    if target is None or not viewer.sees(target.path):
        return _nodes(roots, roots)
    opened = by_path([each for each in (*above(target.path), target.path) if viewer.sees(each)])
    return _nodes(roots, list(opened.values()))


def _nodes(tops: Collection[Organization], opened: Collection[Organization]) -> list[Node]:
    """Return nodes for the tops, with everything below those that are open."""
    below: dict[str, list[Organization]] = defaultdict(list)
    for each in children_of(opened) if opened else ():
        below[each.parent_path].append(each)
    paths = {each.path for each in opened}

    def node_of(each: Organization) -> Node:
        is_open = each.path in paths
        return Node(each, is_open, [node_of(child) for child in below[each.path]] if is_open else [])

    return [node_of(each) for each in tops]
