"""The bare outline of a subtree: which kinds stand where, for whoever counts with it and needs no more."""

from collections.abc import Collection, Sequence

from luoshi.ground.statements import for_each_driver, run

from .ranges import bounds, over_places

_STANDING = """
SELECT place.path, place.kind FROM organizations_organization place
WHERE place.dissolved_on IS NULL AND {places}
"""
_AT = "SELECT path, kind FROM organizations_organization WHERE path IN ({marks})"


def kinds_by_place(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Return path and kind of every active organization at and below the paths."""
    found: list[tuple[str, str]] = run(over_places(_STANDING, len(paths)), bounds(paths)).fetchall()
    return found


def kinds_at(paths: Collection[str]) -> dict[str, str]:
    """Return the kinds of the organizations that stand at these paths, by path."""
    if not paths:
        return {}
    marks = ", ".join(["%s"] * len(paths))
    return dict(run(for_each_driver(_AT.replace("{marks}", marks)), sorted(paths)).fetchall())
