"""Both kinds of workbook by their names, as a command or an address gives them."""

from collections.abc import Callable
from datetime import datetime

from luoshi.ground.organizations.actions import Placement
from luoshi.ground.people.particulars import Particulars

from . import organizations, people
from .preview import Preview


def preview(which: str, data: bytes, name: str, *, at: datetime) -> Preview[Placement] | Preview[Particulars]:
    """Return what importing ``organizations`` or ``people`` would do. Raises ``Unreadable``."""
    if which == "organizations":
        return organizations.preview(data, name)
    return people.preview(data, name, at=at)


def commit(
    which: str,
    data: bytes,
    name: str,
    *,
    by: int | None,
    at: datetime,
    advance: Callable[[int], None] = lambda _rows: None,
) -> None:
    """Import ``organizations`` or ``people``, all or nothing, telling ``advance`` how many rows are entered.

    Raises ``Refusal`` and ``Unreadable``.
    """
    chosen = organizations if which == "organizations" else people
    chosen.commit(data, name, by=by, at=at, advance=advance)
