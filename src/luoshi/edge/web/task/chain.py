"""The chain of a task from its opening to its look-back: which steps are behind it, since when, and which are ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from luoshi.core.refusals import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from luoshi.ground.ledger.models import Entry

STEPS = (N_("立项"), N_("交办"), N_("签收"), N_("报结"), N_("销号"), N_("回头看"), N_("归档"))
# To which step each verb brings a task; what lies behind that step has to be done again.
_REACHED = {
    "task.drafted": 0,
    "task.declined": 0,
    "task.dispatched": 1,
    "task.transferred": 1,
    "task.accepted": 2,
    "task.returned": 2,
    "task.relapsed": 2,
    "task.reported": 3,
    "task.closed": 4,
    "task.looked_back": 5,
    "task.settled": 6,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step 一环: its name, since when it is done, nothing for what is ahead, and whether the task stands there."""

    name: str
    at: datetime | None
    here: bool


def chain(entries: Sequence[Entry]) -> list[Step]:
    """Return every step, as the entries (first to last) tell it."""
    done: list[datetime | None] = [None] * len(STEPS)
    reached = 0
    for entry in entries:
        step = _REACHED.get(entry.verb)
        if step is None:
            continue
        # A step that the task falls back to was done when it was done first.
        if step > reached or done[step] is None:
            done[step] = entry.at
        done[step + 1 :] = [None] * (len(STEPS) - step - 1)
        reached = step
    return [
        Step(_(name), at, place == reached) for place, (name, at) in enumerate(zip(STEPS, done, strict=True))
    ]
