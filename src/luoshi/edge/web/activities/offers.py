"""What the agenda of a meeting is offered: what its kind begins with, what is owed this month, the tasks still open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from luoshi.act.activities.manners import FIRST_ITEM, MANNERS
from luoshi.act.tasks.queries import in_hand
from luoshi.core.rules import Count, Status
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.web.words import due
from luoshi.ground.organizations.models import Organization
from luoshi.plan.obligations.queries import open_now

OPEN_TASKS = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing for the agenda 议题建议: what a form calls it, its words, its task, whether it is taken unless refused."""

    name: str
    text: str
    task: int | None = None
    taken: bool = False
    why: str = ""


def usual(_organization: Organization, kind: ActivityKind, _today: date) -> list[Offer]:
    """Return what meetings of that kind begin with."""
    return [
        Offer(f"usual{place}", _(text), taken=text == FIRST_ITEM)
        for place, text in enumerate(MANNERS[kind].agenda)
    ]


def still_owed(organization: Organization, kind: ActivityKind, today: date) -> list[Offer]:
    """Return what the rules ask for this month that an open meeting of another kind can see to."""
    wanted = {
        each.rule.title: each.due
        for found in open_now([organization], today)
        if (each := found.obligation).status is Status.OWED
        and isinstance(each.rule.measure, Count)
        and _fits(each.rule.measure.what, kind)
    }
    return [
        Offer(f"owed{place}", _("本月应尽：%(title)s") % {"title": title}, why=due(on, today))
        for place, (title, on) in enumerate(wanted.items())
    ]


def _fits(what: str, kind: ActivityKind) -> bool:
    manner = MANNERS.get(ActivityKind(what)) if what in set(ActivityKind) else None
    return manner is not None and what != kind and not manner.confidential and not manner.derived


def open_tasks(organization: Organization, _kind: ActivityKind, today: date) -> list[Offer]:
    """Return the tasks that the organization has in hand, what is due first."""
    tasks = in_hand(organization).order_by("deadline_on", "pk")[:OPEN_TASKS]
    return [
        Offer(
            f"task{task.pk}",
            _("研究任务：%(title)s") % {"title": task.title},
            task.pk,
            why=due(task.deadline_on, today) if task.deadline_on else "",
        )
        for task in tasks
    ]


OFFERS: Sequence[Callable[[Organization, ActivityKind, date], list[Offer]]] = (
    usual,
    still_owed,
    open_tasks,
)


def offered(organization: Organization, kind: ActivityKind, today: date) -> list[Offer]:
    """Return everything that the agenda of such a meeting is offered."""
    return [offer for source in OFFERS for offer in source(organization, kind, today)]
