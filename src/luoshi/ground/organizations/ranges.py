"""Subtrees as ranges of paths, for statements written by hand."""

from collections.abc import Sequence
from functools import lru_cache

from luoshi.ground.statements import Statement, for_each_driver

from .paths import upper_bound


@lru_cache(maxsize=256)
def over_places(text: str, count: int, *, place: str = "place.path") -> Statement:
    """Return the statement with ``{places}`` filled in: that the path lies in one of so many ranges."""
    ranges = " OR ".join([f"{place} >= %s AND {place} < %s"] * count) or "1 = 0"
    return for_each_driver(text.replace("{places}", f"({ranges})"))


def bounds(paths: Sequence[str]) -> list[str]:
    """Return the ends of the ranges that are at and below the paths, as such a statement takes them."""
    return [bound for path in paths for bound in (path, upper_bound(path))]
