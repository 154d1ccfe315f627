"""Paths of the tree: where an organization stands, and which paths are below it.

A path is four capital letters or digits a level. Below a path is whatever begins with it, which in byte
order is one unbroken range. Only byte order promises that, so the column asks for it: SQLite compares
bytes anyway, PostgreSQL by the language of the database unless told otherwise.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

STEP = 4
LENGTH = 255


if TYPE_CHECKING:
    # At run time the class takes no parameters.
    _Text = models.CharField[str, str]
else:
    _Text = models.CharField


class PathField(_Text):
    """A path, compared byte by byte on every database."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        """Return the column's type, with the collation that PostgreSQL needs."""
        parameters: dict[str, Any] = dict(super().db_parameters(connection))
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


def upper_bound(path: str) -> str:
    """Return the first text, in byte order, after everything that begins with ``path``."""
    return path[:-1] + chr(ord(path[-1]) + 1)


def below(path: str, field: str = "path") -> Q:
    """Return the condition that ``field`` is ``path`` or below it; another room names its join, ``home__path``."""
    return Q(**{f"{field}__gte": path, f"{field}__lt": upper_bound(path)})


def within(paths: Iterable[str], field: str = "path") -> Q:
    """Return the condition that ``field`` is at or below one of the paths; below none of none."""
    condition = Q(pk__in=())
    for path in topmost(paths):
        condition |= below(path, field)
    return condition


def topmost(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths that are not below another of them, in order."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return tuple(kept)


def above(path: str) -> list[str]:
    """Return the paths of all ancestors, the root first."""
    return [path[:end] for end in range(STEP, len(path), STEP)]
