"""From where somebody acted: the unit and the post of that day, with the ways to both for whoever may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.timezone import localdate

from luoshi.ground.people.staff import careers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luoshi.act.tasks.models import Task
    from luoshi.edge.web.access import Viewer
    from luoshi.ground.ledger.models import Entry
    from luoshi.ground.people.models import Holding


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acted from where 办理人: unit and post in words, and addresses, empty for what lies outside the reach."""

    unit: str
    post: str
    unit_address: str
    person_address: str


def actors(entries: Sequence[Entry], task: Task, viewer: Viewer) -> dict[int, Actor]:
    """Return from where each entry was made, by its sequence; none for the system, and for who held no post then."""
    held = careers({entry.for_whom or entry.by for entry in entries if entry.by is not None})
    found = {}
    for entry in entries:
        seat = _seat(held.get(entry.for_whom or entry.by or 0, []), entry, task)
        if seat is not None:
            found[entry.sequence] = _actor(seat, viewer)
    return found


def _seat(held: list[Holding], entry: Entry, task: Task) -> Holding | None:
    """Return the post held on that day: one at the task's units where there is such, else any."""
    on = localdate(entry.at)
    then = [each for each in held if each.from_on <= on and (each.until_on is None or each.until_on >= on)]
    concerned = {task.owner_id, task.issuer_id}
    return next((each for each in then if each.post.organization_id in concerned), next(iter(then), None))


def _actor(seat: Holding, viewer: Viewer) -> Actor:
    unit = seat.post.organization
    if not viewer.sees(unit.path):
        return Actor(str(unit), seat.post.title, "", "")
    return Actor(
        str(unit),
        seat.post.title,
        reverse("organization", kwargs={"number": unit.pk}),
        reverse("person", kwargs={"number": seat.person_id}),
    )
