"""An organization ends. It stays in the tree, because its history does."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from .. import tenants
from ..models import Organization
from ..queries import active, children
from ..refusals import HAS_CHILDREN
from .shape import fresh, hold_shape, refuse_dissolved


@transaction.atomic
def dissolve(organization: Organization, *, by: int | None, at: datetime) -> Organization:
    """Dissolve the organization as of the day of ``at``, and return it.

    Raises ``Refusal`` while active organizations stand below it, or while another room still keeps
    something for it, such as posts or people; also when it is dissolved already.
    """
    hold_shape()
    current = fresh(organization)
    refuse_dissolved(current)
    standing = active(children(current))
    first = standing.first()
    if first is not None:
        raise Refusal(HAS_CHILDREN, name=current.name, count=str(standing.count()), first=first.name)
    tenants.refuse_unsettled(current)
    close(current, at)
    append(current.chain, "organization.dissolved", by=by, at=at, facts={"on": current.dissolved_on})
    return current


def close(organization: Organization, at: datetime) -> None:
    """Write the day on which the organization ended."""
    organization.dissolved_on = localdate(at)
    organization.save(update_fields=["dissolved_on"])
