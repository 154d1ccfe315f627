"""Many organizations are founded at once: paths are counted here, rows are written in batches."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import Act, append_all

from ..charter import Charter
from ..models import Organization
from ..refusals import CYCLE, UNKNOWN_PARENT
from .found import refuse_unsound
from .shape import next_path, refuse_depth, refuse_dissolved

BATCH = 500


@dataclass(frozen=True, slots=True)
class Placement:
    """One organization as it shall be: its charter and the code of the one above, empty for a root."""

    charter: Charter
    under: str


def found_all(
    entries: Sequence[Placement], known: dict[str, Organization], *, by: int | None, at: datetime
) -> list[Organization]:
    """Found them and return them; whoever calls it holds the shape and knows that the codes are free.

    ``known`` holds the parents that exist, by code. Raises ``Refusal`` as ``enter`` does.
    """
    built = _built(_parents_first(entries, known), known)
    founded = Organization.objects.bulk_create(built.values(), batch_size=BATCH)
    gained = Counter(entry.under for entry in entries if entry.under in known)
    for code, count in gained.items():
        Organization.objects.filter(pk=known[code].pk).update(numchild=F("numchild") + count)
    append_all([_act(entry, built[entry.charter.code], by, at) for entry in entries])
    return founded


def _act(entry: Placement, organization: Organization, by: int | None, at: datetime) -> Act:
    facts = {**entry.charter.facts(), "under": entry.under or None}
    return Act(organization.chain, "organization.founded", by, at, facts)


def _parents_first(entries: Sequence[Placement], known: Iterable[str]) -> list[Placement]:
    """Return the entries so that each comes after the one above it."""
    below: dict[str, list[Placement]] = defaultdict(list)
    for entry in entries:
        below[entry.under].append(entry)
    ordered = [entry for code in ("", *known) for entry in below.get(code, ())]
    for entry in ordered:
        # The list grows while it is read, until the last leaf has been reached.
        ordered.extend(below.get(entry.charter.code, ()))
    if len(ordered) < len(entries):
        _refuse_unreached(entries, ordered)
    return ordered


def _refuse_unreached(entries: Sequence[Placement], ordered: list[Placement]) -> None:
    """Say why an entry hangs from nothing that exists: its parent is unknown, or it is above itself."""
    reached = {entry.charter.code for entry in ordered}
    names = {entry.charter.code: entry.charter.name for entry in entries}
    left = [entry for entry in entries if entry.charter.code not in reached]
    for entry in left:
        if entry.under not in names:
            raise Refusal(UNKNOWN_PARENT, name=entry.charter.name, code=entry.under)
    raise Refusal(CYCLE, name=left[0].charter.name, under=names[left[0].under])


def _built(entries: Iterable[Placement], known: dict[str, Organization]) -> dict[str, Organization]:
    """Return the organizations with their places, by code; entries come parents first."""
    built: dict[str, Organization] = {}
    places: dict[str, int] = {}
    for entry in entries:
        refuse_unsound(entry.charter)
        parent = built.get(entry.under) or known.get(entry.under)
        if parent is not None:
            refuse_dissolved(parent)
            refuse_depth(entry.charter.name, parent, 1)
        above = parent.path if parent is not None else ""
        if above not in places:
            # A parent that is founded in the same breath has no children yet.
            places[above] = 1 if entry.under in built else Organization.place_of(next_path(above))
        organization = Organization(**entry.charter.facts())
        organization.path = Organization.path_below(above, places[above])
        organization.depth = len(organization.path) // Organization.steplen
        places[above] += 1
        if entry.under in built:
            built[entry.under].numchild += 1
        built[entry.charter.code] = organization
    return built
