"""Which organization oversees a duty, and so gives its tasks and verifies them."""

from collections.abc import Iterable

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import above
from luoshi.ground.organizations.queries import by_path

from .vocabulary import Overseer

Key = tuple[str, int]


def overseers(wanted: Iterable[tuple[str, Organization]]) -> dict[Key, Organization]:
    """Return who oversees, by overseer and the id of the post's organization, in one read.

    Above is the nearest organization that is not dissolved; at the root nobody is above, so it oversees itself.
    """
    asked = list(wanted)
    paths = {path for overseer, place in asked if overseer == Overseer.ABOVE for path in above(place.path)}
    standing = {path: each for path, each in by_path(paths).items() if each.dissolved_on is None}
    return {(overseer, place.pk): _one(overseer, place, standing) for overseer, place in asked}


def _one(overseer: str, place: Organization, standing: dict[str, Organization]) -> Organization:
    if overseer == Overseer.OWN:
        return place
    return next((standing[path] for path in reversed(above(place.path)) if path in standing), place)
