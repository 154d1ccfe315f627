"""Finds what an address names: for who may see it, and for who may change it. To others it does not exist."""

from django.http import Http404

from luoshi.edge.web.access import Viewer
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import find


def seen(viewer: Viewer, number: int) -> Organization:
    """Return the organization within reach. Raises ``Http404`` for any other."""
    found = find(number)
    if found is None or not viewer.sees(found.path):
        raise Http404
    return found


def kept(viewer: Viewer, number: int) -> Organization:
    """Return the organization that the viewer keeps. Raises ``Http404`` for any other."""
    found = seen(viewer, number)
    if not viewer.keeps(found.path):
        raise Http404
    return found


def reshaped(viewer: Viewer, number: int) -> Organization:
    """Return the organization whose place the viewer may change. Raises ``Http404`` for any other."""
    found = seen(viewer, number)
    if not viewer.reshapes(found.path):
        raise Http404
    return found
