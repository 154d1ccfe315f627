"""Reads of digests, deliveries and notices of supervision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localtime

from luoshi.act.tasks.reach import seen
from luoshi.act.tasks.selection import numbered
from luoshi.act.tasks.standing import hat
from luoshi.core.lifecycle import Role
from luoshi.core.periods import WorkCalendar
from luoshi.edge.exchange.notice_policy import NoticePolicy
from luoshi.ground.people.models import Person
from luoshi.ground.statements import for_each_driver, run

from .kinds import LABELS, Kind
from .models import Delivery, Digest, Edition, SupervisionNotice
from .stages import Stage

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

ISSUING = frozenset({Role.ISSUER, Role.SUPERVISOR})
# Written by hand because every page asks it.
_UNREAD = for_each_driver("SELECT count(*) FROM notices_digest WHERE person_id = %s AND read_at IS NULL")
UNSETTLED = (Stage.FAILED, Stage.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of news in a digest 晨报事项: which, what it is called, how many tasks, and those that are shown."""

    kind: Kind
    label: str
    count: int
    tasks: tuple[Task, ...]


def may_send(at: datetime, policy: NoticePolicy, calendar: WorkCalendar) -> bool:
    """Tell whether anything may leave the house then: on working days, outside quiet hours."""
    here = localtime(at)
    return calendar.is_workday(here.date()) and not policy.is_quiet(here.time())


def last_edition() -> Edition | None:
    """Return the newest morning on which digests were written, or nothing."""
    return Edition.objects.order_by("-day").first()


def unread(person: Person) -> int:
    """Return how many digests the person has not read."""
    return int(run(_UNREAD, (person.pk,)).fetchone()[0])


def digests_of(person: Person, *, before: date | None, limit: int) -> list[Digest]:
    """Return up to ``limit`` digests of the person, the newest first, of days before that one."""
    found = Digest.objects.filter(person=person).order_by("-day")
    return list((found if before is None else found.filter(day__lt=before))[:limit])


def parts_of(
    digests: Iterable[Digest], paths: tuple[str, ...] | None = None, posts: Iterable[int] = ()
) -> dict[int, list[Part]]:
    """Return what the digests say by their ids; with paths and posts, only tasks within reach.

    Three statements, however many digests.
    """
    listed = list(digests)
    told = {number for each in listed for part in each.parts for number in part["tasks"]}
    tasks = numbered(told if paths is None else seen(told, paths, frozenset(posts)))
    return {
        each.pk: [
            Part(
                Kind(part["kind"]),
                LABELS[Kind(part["kind"])],
                part["count"],
                tuple(tasks[number] for number in part["tasks"] if number in tasks),
            )
            for part in each.parts
        ]
        for each in listed
    }


def due(at: datetime, today: date) -> QuerySet[Delivery]:
    """Return what is to be sent now: what waits, and of today what failed and is to be tried again."""
    again = Q(stage=Stage.FAILED, again_at__lte=at, digest__day=today)
    return Delivery.objects.filter(Q(stage=Stage.WAITING) | again).order_by("pk")


def unsettled(*, after: int, limit: int) -> list[Delivery]:
    """Return up to ``limit`` deliveries that failed or are unclear, with their people, older than that id (0: all)."""
    found = Delivery.objects.filter(stage__in=UNSETTLED).select_related("digest__person").order_by("-pk")
    return list((found.filter(pk__lt=after) if after else found)[:limit])


def delivery(number: int) -> Delivery | None:
    """Return the delivery of that number, or nothing."""
    return Delivery.objects.filter(pk=number).first()


def by_stage() -> dict[str, int]:
    """Return how many deliveries stand at each stage."""
    return dict(Delivery.objects.order_by("stage").values_list("stage").annotate(Count("pk")))


def issuing_hat(task: Task, person: Person, on: date) -> tuple[bool, int | None]:
    """Tell whether the person may issue notices of supervision for the task, and as whose stand-in."""
    acting = hat(task, person, on, ISSUING)
    return bool(acting.roles & ISSUING), acting.for_whom


def newest_notice(task: Task) -> SupervisionNotice | None:
    """Return the last notice of supervision that was issued for the task, or nothing."""
    return SupervisionNotice.objects.filter(task=task.pk).select_related("issuer").order_by("-pk").first()
