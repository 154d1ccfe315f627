"""An organization moves with all that is below it."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Value
from django.db.models.functions import Concat, Length, Substr

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from ..models import Organization
from ..queries import parent_of, subtree
from ..refusals import ALREADY_ROOT, ALREADY_THERE, CYCLE
from .shape import fresh, hold_shape, next_path, refuse_depth, refuse_dissolved


@transaction.atomic
def move(
    organization: Organization, *, under: Organization | None, by: int | None, at: datetime
) -> Organization:
    """Make the organization the last child of ``under``, or a root; return it as it stands then.

    Raises ``Refusal`` for a cycle, for the place it already has, for dissolved ones and a tree too deep.
    """
    hold_shape()
    current = fresh(organization)
    parent = fresh(under) if under is not None else None
    _refuse(current, parent)
    was = parent_of(current)
    relocate(current, parent)
    facts = {"from": was.code if was else None, "to": parent.code if parent else None}
    append(current.chain, "organization.moved", by=by, at=at, facts=facts)
    return current


def _refuse(current: Organization, parent: Organization | None) -> None:
    refuse_dissolved(current)
    if parent is None:
        if not current.parent_path:
            raise Refusal(ALREADY_ROOT, name=current.name)
        return
    refuse_dissolved(parent)
    if parent.path.startswith(current.path):
        raise Refusal(CYCLE, name=current.name, under=parent.name)
    if current.parent_path == parent.path:
        raise Refusal(ALREADY_THERE, name=current.name, under=parent.name)
    deepest = subtree(current).aggregate(deepest=Max("depth"))["deepest"]
    refuse_depth(current.name, parent, deepest - current.depth + 1)


def relocate(current: Organization, parent: Organization | None) -> None:
    """Rewrite the paths of a subtree in one range update; whoever calls it holds the shape.

    treebeard's own move asks by LIKE, for which SQLite reads the whole table.
    """
    target = next_path(parent.path if parent else "")
    path = Concat(Value(target), Substr("path", len(current.path) + 1))
    Organization.objects.filter(path=current.parent_path).update(numchild=F("numchild") - 1)
    if parent is not None:
        Organization.objects.filter(pk=parent.pk).update(numchild=F("numchild") + 1)
    subtree(current).order_by().update(path=path, depth=Length(path) / Organization.steplen)
    current.refresh_from_db()
