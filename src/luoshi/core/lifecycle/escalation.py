"""The ladder on which a task that is due or overdue climbs, one notice a rung."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from luoshi.core.lifecycle.guards import rung_key
from luoshi.core.lifecycle.situation import Situation, Workdays
from luoshi.core.lifecycle.table import IN_HAND
from luoshi.core.refusals import N_


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder 督办级次.

    ``days`` are working days counted from the deadline: negative before it, positive after it, never 0.
    ``to`` names who is told: handler, leader, first_responsible or unit.
    """

    name: str
    label: str
    to: str
    days: int


LADDER = (
    Rung("reminder", N_("到期提醒"), "handler", -3),
    Rung("leader", N_("提请分管领导"), "leader", 1),
    Rung("first_responsible", N_("提请第一责任人"), "first_responsible", 3),
    Rung("notice", N_("督办通知单"), "unit", 5),
)


def rungs_due(
    task: Situation, today: date, calendar: Workdays, ladder: Sequence[Rung] = LADDER
) -> tuple[Rung, ...]:
    """Return the rungs that are due today and were not given for this deadline, in the ladder's order.

    None for a task that nobody has in hand, one without a deadline, one whose deadline has not come
    near. A reminder is pointless once the deadline has passed, so it is then left out. Several rungs come at
    once when days were missed.
    """
    if task.state not in IN_HAND or task.deadline_on is None:
        return ()
    days = calendar.workdays_between(task.deadline_on, today)
    overdue = today > task.deadline_on
    return tuple(
        rung
        for rung in ladder
        if rung_key(rung.name, task.deadline_on) not in task.rungs
        and (overdue and days >= rung.days if rung.days > 0 else not overdue and days >= rung.days)
    )
