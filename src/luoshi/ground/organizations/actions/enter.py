"""Many organizations are entered at once, as a workbook lists them: founded, moved, amended, or left alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal

from ..charter import Charter
from ..models import Organization
from ..queries import by_code, by_path
from ..refusals import CYCLE, TWICE
from .amend import amend
from .found_all import Placement, found_all
from .move import move
from .shape import hold_shape


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """How many organizations were founded, changed (amended or moved) and left as they were."""

    founded: int
    changed: int
    same: int


@transaction.atomic
def enter(
    entries: Sequence[Placement],
    *,
    by: int | None,
    at: datetime,
    advance: Callable[[int], None] = lambda _organizations: None,
) -> ImportOutcome:
    """Make the tree say what the entries say; organizations that no entry names stay as they are.

    Entries may come in any order. All of them are entered or none is; ``advance`` is told how many, and may raise
    to stop. Raises ``Refusal`` for what the
    single verbs refuse, for a code named twice, a parent that nobody knows and a cycle among the entries.
    """
    hold_shape()
    wanted = _by_code(entries)
    known = by_code(wanted.keys() | {entry.under for entry in entries})
    new = [entry for code, entry in wanted.items() if code not in known]
    found_all(new, known, by=by, at=at)
    advance(len(new))
    standing = [entry for code, entry in wanted.items() if code in known]
    changed = _move_all(standing, by, at) | _amend_all(
        standing, known, by, at, lambda seen: advance(len(new) + seen)
    )
    return ImportOutcome(len(new), len(changed), len(standing) - len(changed))


def _by_code(entries: Sequence[Placement]) -> dict[str, Placement]:
    wanted: dict[str, Placement] = {}
    for entry in entries:
        if entry.charter.code in wanted:
            raise Refusal(TWICE, code=entry.charter.code)
        wanted[entry.charter.code] = entry
    return wanted


def _amend_all(
    entries: list[Placement],
    known: dict[str, Organization],
    by: int | None,
    at: datetime,
    advance: Callable[[int], None],
) -> set[str]:
    changed = set()
    for seen, entry in enumerate(entries):
        advance(seen)
        organization = known[entry.charter.code]
        if Charter.of(organization) != entry.charter:
            amend(organization, entry.charter, by=by, at=at)
            changed.add(entry.charter.code)
    return changed


def _move_all(entries: list[Placement], by: int | None, at: datetime) -> set[str]:
    """Move what stands elsewhere. A move that would make a cycle waits until others have cleared its way."""
    known = by_code({code for entry in entries for code in (entry.charter.code, entry.under)})
    parents = by_path({organization.parent_path for organization in known.values()})
    waiting = []
    for entry in entries:
        parent = parents.get(known[entry.charter.code].parent_path)
        if (parent.code if parent else "") != entry.under:
            waiting.append(entry)
    moved: set[str] = set()
    while waiting:
        blocked = [entry for entry in waiting if not _move(entry, known, by, at)]
        if len(blocked) == len(waiting):
            first = blocked[0]
            raise Refusal(CYCLE, name=first.charter.name, under=known[first.under].name)
        moved |= {entry.charter.code for entry in waiting} - {entry.charter.code for entry in blocked}
        waiting = blocked
    return moved


def _move(entry: Placement, known: dict[str, Organization], by: int | None, at: datetime) -> bool:
    organization, under = known[entry.charter.code], known.get(entry.under)
    organization.refresh_from_db(fields=["path"])
    if under is not None:
        under.refresh_from_db(fields=["path"])
        if under.path.startswith(organization.path):
            return False
    move(organization, under=under, by=by, at=at)
    return True
