"""Finds whose way an address names, for whoever reaches the branch that has it in hand. To others it does not exist."""

from django.http import Http404, HttpRequest

from luoshi.act.membership.queries import way_of
from luoshi.act.membership.way import Way
from luoshi.edge.web.access import Viewer
from luoshi.edge.web.organizations.finding import seen
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.staff import find_person

PAGE = 50


def way_seen(viewer: Viewer, number: int) -> tuple[Way, Organization]:
    """Return the way of the person of that number, and its branch. Raises ``Http404`` for any out of reach."""
    person = find_person(number)
    way = way_of(person) if person is not None else None
    if way is None:
        raise Http404
    return way, seen(viewer, way.branch)


def turned(request: HttpRequest) -> int:
    """Return after how many rows of a list the page begins."""
    said = request.GET.get("after", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0
