"""One organization becomes part of another."""

from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from .. import tenants
from ..models import Organization
from ..queries import active, children, subtree
from ..refusals import INTO_ITSELF
from .dissolve import close
from .move import relocate
from .shape import fresh, hold_shape, refuse_depth, refuse_dissolved


@transaction.atomic
def merge(organization: Organization, *, into: Organization, by: int | None, at: datetime) -> Organization:
    """Hand all that the organization has to ``into`` and dissolve it; return the one that remains.

    Its active children move below ``into``, and every room hands over what it keeps: posts with their
    holders, people, tasks, deployments. The entry says how much of what. Raises ``Refusal`` when ``into`` is it or below it, for
    dissolved ones and for a tree too deep.
    """
    hold_shape()
    current, heir = fresh(organization), fresh(into)
    refuse_dissolved(current)
    refuse_dissolved(heir)
    if heir.path.startswith(current.path):
        raise Refusal(INTO_ITSELF, name=current.name, into=heir.name)
    deepest = subtree(current).order_by("-depth").values_list("depth", flat=True)[0]
    refuse_depth(current.name, heir, deepest - current.depth)
    moving = list(active(children(current)))
    for child in moving:
        relocate(child, heir)
    # The heir's own path is still true: it is not below the organization that ends.
    handed = tenants.hand_over(tenants.Merger(current, heir, by, at))
    current.refresh_from_db()
    close(current, at)
    facts = {"into": heir.code, "children": [child.code for child in moving], **handed}
    append(current.chain, "organization.merged", by=by, at=at, facts=facts)
    heir.refresh_from_db()
    return heir
