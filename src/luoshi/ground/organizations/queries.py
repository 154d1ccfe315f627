"""Reads of the tree. What lies below an organization is one range of the index on ``path``."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from .initials import sounds_like
from .models import Organization
from .paths import above, below, within

# SQLite takes at least this many values in one statement.
BATCH = 500


def subtree(organization: Organization) -> QuerySet[Organization]:
    """Return the organization and all below it, each before those below it, dissolved ones too."""
    return Organization.objects.filter(below(organization.path)).order_by("path")


def everything() -> QuerySet[Organization]:
    """Return every organization in the order of the tree; for whoever keeps the installation."""
    return Organization.objects.order_by("path")


def reachable(paths: Iterable[str]) -> QuerySet[Organization]:
    """Return all organizations at or below the given paths, in the order of the tree."""
    return Organization.objects.filter(within(paths)).order_by("path")


def children(organization: Organization) -> QuerySet[Organization]:
    """Return the organizations directly below, in the order they came."""
    depth = len(organization.path) // organization.steplen + 1
    return Organization.objects.filter(below(organization.path), depth=depth).order_by("path")


def children_of(organizations: Collection[Organization]) -> list[Organization]:
    """Return the active organizations directly below any of these, in the order of the tree."""
    below_any = Q(pk__in=())
    for each in organizations:
        below_any |= below(each.path) & Q(depth=len(each.path) // each.steplen + 1)
    return list(active(Organization.objects.filter(below_any)).order_by("path"))


def find(organization_id: int) -> Organization | None:
    """Return the organization of that id, or nothing."""
    return Organization.objects.filter(pk=organization_id).first()


def ancestors(organization: Organization) -> QuerySet[Organization]:
    """Return the organizations above, the root first."""
    return Organization.objects.filter(path__in=above(organization.path)).order_by("path")


def parent_of(organization: Organization) -> Organization | None:
    """Return the organization directly above, or nothing for a root."""
    return Organization.objects.filter(path=organization.parent_path).first()


def active(organizations: QuerySet[Organization]) -> QuerySet[Organization]:
    """Return those that are not dissolved."""
    return organizations.filter(dissolved_on=None)


def search(text: str, paths: Iterable[str], limit: int = 20) -> list[Organization]:
    """Return active organizations within reach whose code begins with the text, or whose names hold it.

    Latin letters are also held against the first letters of how the names sound.
    """
    return _fitting(text.strip(), active(reachable(paths)), limit)


def search_above(text: str, paths: Iterable[str]) -> list[Organization]:
    """Return the active organizations above these paths that fit the text as in ``search``, the root first."""
    over = {each for path in paths for each in above(path)}
    return _fitting(text.strip(), active(Organization.objects.filter(path__in=over).order_by("path")), BATCH)


def _fitting(words: str, near: QuerySet[Organization], limit: int) -> list[Organization]:
    if not words:
        return []
    match = Q(code__startswith=words) | Q(name__contains=words) | Q(short_name__contains=words)
    found = list(near.filter(match)[:limit])
    if len(found) < limit and words.isascii() and words.isalpha():
        names = near.exclude(pk__in=[each.pk for each in found]).values_list("pk", "name", "short_name")
        heard = [pk for pk, *both in names if any(sounds_like(name, words) for name in both)]
        found += near.filter(pk__in=heard[: limit - len(found)])
    return found


def named(word: str, paths: Iterable[str] | None) -> list[Organization]:
    """Return the active organizations of exactly that code, name or short name within reach, or anywhere without paths."""
    near = active(everything() if paths is None else reachable(paths))
    return list(near.filter(Q(code=word) | Q(name=word) | Q(short_name=word)))


def by_code(codes: Collection[str]) -> dict[str, Organization]:
    """Return the organizations that have these codes, by code."""
    wanted = sorted(set(codes))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    found = (Organization.objects.filter(code__in=part).order_by() for part in parts)
    return {organization.code: organization for rows in found for organization in rows}


def by_path(paths: Collection[str]) -> dict[str, Organization]:
    """Return the organizations that stand at these paths, by path."""
    wanted = sorted(set(paths))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    found = (Organization.objects.filter(path__in=part).order_by() for part in parts)
    return {organization.path: organization for rows in found for organization in rows}


def names_of(ids: Collection[int]) -> dict[int, str]:
    """Return what the organizations of these ids are called, by id."""
    return dict(Organization.objects.filter(pk__in=ids).order_by().values_list("pk", "name"))


def paths_of(ids: Collection[int]) -> list[str]:
    """Return the paths of the organizations of these ids."""
    return list(Organization.objects.filter(pk__in=ids).order_by("path").values_list("path", flat=True))


def roots() -> list[str]:
    """Return the paths of the organizations that stand under nothing."""
    return list(Organization.objects.filter(depth=1).order_by("path").values_list("path", flat=True))
