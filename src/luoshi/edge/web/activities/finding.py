"""The organization or activity that an address names, for whoever may see it; what is out of reach does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.timezone import localdate

from luoshi.act.activities.queries import find, opened_for
from luoshi.ground.organizations import queries as organizations

if TYPE_CHECKING:
    from luoshi.act.activities.confidences import Confided
    from luoshi.act.activities.models import Activity
    from luoshi.edge.web.access import Viewer
    from luoshi.ground.organizations.models import Organization


def belongs(viewer: Viewer, organization: Organization) -> bool:
    """Tell whether the organization lies within reach or is the viewer's own branch."""
    return viewer.sees(organization.path) or viewer.person.home_id == organization.pk


def seen(viewer: Viewer, number: int) -> Organization:
    """Return the organization of that number that the viewer may see. Raises ``Http404``."""
    found = organizations.find(number)
    if found is None or not belongs(viewer, found):
        raise Http404
    return found


def recorded_by(viewer: Viewer, number: int) -> Organization:
    """Return the organization for which the viewer may record. Raises ``Http404``."""
    found = seen(viewer, number)
    if not may_record(viewer, found):
        raise Http404
    return found


def may_record(viewer: Viewer, organization: Organization) -> bool:
    """Tell whether the viewer may record, correct and withdraw for the organization: by a post in it or above."""
    return viewer.sees(organization.path) and organization.dissolved_on is None


def open_activity(viewer: Viewer, number: int) -> Activity:
    """Return the activity of that number unless it is confidential. Raises ``Http404``."""
    found = find(number)
    if found is None or found.confidential or not belongs(viewer, found.organization):
        raise Http404
    return found


def activity_of(viewer: Viewer, number: int) -> tuple[Activity, Confided | None]:
    """Return the activity, and where it is confidential what was confided, for whoever may know. Raises ``Http404``."""
    found = find(number)
    if found is not None and found.confidential:
        confided = opened_for(found, viewer.person, localdate())
        if confided is None:
            raise Http404
        return found, confided
    return open_activity(viewer, number), None
