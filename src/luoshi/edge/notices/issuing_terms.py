"""What a notice of supervision says of its task, and by when an answer is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.exchange.notice_policy import site_notices
from luoshi.edge.exchange.supervision_notice import Supervised

from .models import SupervisionNotice

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

SUGGESTED = "请主要负责同志亲自过问，查明没有按期办结的原因，倒排工期，逐项落实。"


def reply_day(today: date) -> date:
    """Return by when the answer to a notice of that day is asked for, as the policy says."""
    return site_calendar().add_workdays(today, site_notices().reply_within)


def supervised(task: Task, notice: SupervisionNotice | None, today: date) -> Supervised:
    """Return what the notice says: the one that was issued, else a draft of today."""
    on = notice.issued_on if notice else today
    late = site_calendar().workdays_between(task.deadline_on, on) if task.deadline_on else 0
    return Supervised(
        issuer=(notice.issuer if notice else task.issuer).name,
        recipient=task.owner.name if task.owner else "",
        task=task.title,
        text=task.text,
        standard=task.standard or "",
        deadline_on=task.deadline_on,
        original_deadline_on=task.original_deadline_on,
        workdays_late=late,
        demand=notice.demand if notice else SUGGESTED,
        year=on.year,
        number=notice.number if notice else None,
        issued_on=notice.issued_on if notice else None,
        reply_by_on=notice.reply_by_on if notice else reply_day(today),
    )
