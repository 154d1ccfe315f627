"""Leaders and partner organizations in an organization's life: who came before is offered, and shown with how often."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from luoshi.act.activities.attendance import Capacity
from luoshi.act.activities.manners import MANNERS
from luoshi.act.activities.queries import accompanying, known_contacts, together
from luoshi.edge.web.choosing import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luoshi.core.rules.kinds import ActivityKind
    from luoshi.edge.web.access import Viewer
    from luoshi.ground.organizations.models import Organization
    from luoshi.ground.people.models import Person

# Who came, or with whom it was, longer ago is offered no more.
KNOWN_FOR = timedelta(days=2 * 366)


def coming(organization: Organization, people: Sequence[Person], today: date) -> list[Person]:
    """Return the leaders who came to the organization as to their contact point, without those of the list."""
    return known_contacts(organization, today - KNOWN_FOR, people)


def usual_partner(organization: Organization, kind: ActivityKind, today: date) -> str:
    """Return with whom it was held last time, as a field names it, where the kind asks with whom."""
    known = together(organization, today - KNOWN_FOR, today) if MANNERS[kind].partner else []
    return label(known[0].organization) if known else ""


def alongside(viewer: Viewer, organization: Organization, year: int) -> dict[str, Any]:
    """Return what a page shows of both in the year; the latest of a partner's only where the viewer may open it."""
    days = date(year, 1, 1), date(year, 12, 31)
    came = accompanying(organization, *days)
    return {
        "contacts": [each for each in came if each.capacity is Capacity.CONTACT],
        "leaders": [each for each in came if each.capacity is Capacity.LEADER],
        "partners": [
            (each, each.latest.pk if viewer.sees(each.latest.organization.path) else None)
            for each in together(organization, *days)
        ],
    }
