"""What every change of the tree's shape begins with: nobody else may change it, and nothing read is stale."""

from django.db import connection

from luoshi.core.refusals import Refusal

from ..models import Organization
from ..refusals import DISSOLVED, TOO_DEEP

LEVELS = 20
# Any number will do, as long as nothing else in the database asks for the same lock.
_TREE_LOCK = 0x6C756F


def hold_shape() -> None:
    """Wait until no other transaction changes the shape of the tree, and keep others waiting until this one ends.

    Two moves that are each allowed can make a cycle together. On SQLite the transaction already holds
    the only write lock; PostgreSQL is asked for a lock that only changes of shape ask for.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE_LOCK])


def fresh(organization: Organization) -> Organization:
    """Return the organization as it stands now, locked until the transaction ends."""
    return Organization.objects.select_for_update().get(pk=organization.pk)


def refuse_dissolved(organization: Organization) -> None:
    """Raise ``Refusal`` when the organization is no more."""
    if organization.dissolved_on is not None:
        raise Refusal(DISSOLVED, name=organization.name, on=str(organization.dissolved_on))


def refuse_depth(name: str, under: Organization, levels: int) -> None:
    """Raise ``Refusal`` when ``levels`` levels below ``under`` would be more than the tree takes."""
    if under.depth + levels > LEVELS:
        raise Refusal(TOO_DEEP, name=name, under=under.name, limit=str(LEVELS))


def next_path(parent: str) -> str:
    """Return the path of the next child below a path, or of the next root below nothing.

    The place follows the highest one taken, so that a place is not given twice at once.
    """
    siblings = Organization.objects.filter(depth=len(parent) // Organization.steplen + 1)
    if parent:
        first, last = Organization.path_below(parent, 0), parent + "Z" * Organization.steplen
        siblings = siblings.filter(path__range=(first, last))
    highest = siblings.order_by("-path").values_list("path", flat=True).first()
    return Organization.path_below(parent, Organization.place_of(highest) + 1 if highest else 1)
