"""The morning reports the duties that the record shows as done, so that nobody writes down twice what happened once."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.activities.manners import CONFIDENTIAL
from luoshi.act.tasks.actions import report_by_record
from luoshi.core.lifecycle import State
from luoshi.core.rules import Obligation

from ..answering import AskedDuty, answered
from ..models import DutyOpening
from .opening import BATCH

# In Chinese, because the ledger keeps it.
NOTE = "已由记录落实：{what}。"


def report_recorded(*, by: None, at: datetime) -> int:
    """Report every open task of a duty whose rules the record meets, and return how many.

    By policy, so ``by`` names nobody; whoever oversees the duty still verifies. What a verifier returned is not reported
    again. It may be stopped at any moment, begun again, and run twice at once.
    """
    waiting = DutyOpening.objects.filter(
        task__state__in=(State.DISPATCHED, State.ACCEPTED), task__returns=0
    ).exclude(item__answers=[])
    rows = list(
        waiting.select_related("item", "task", "post__organization").order_by(
            "post__organization__path", "pk"
        )
    )
    done = 0
    for start in range(0, len(rows), BATCH):
        done += _reported(rows[start : start + BATCH], localdate(at), by, at)
    return done


def _reported(openings: Sequence[DutyOpening], today: date, by: None, at: datetime) -> int:
    asked = {each.pk: _question(each) for each in openings}
    met = answered(asked.values(), today)
    with transaction.atomic():
        return sum(
            report_by_record(each.task, note=NOTE.format(what=_told(met[asked[each.pk]])), by=by, at=at)
            for each in openings
            if asked[each.pk] in met
        )


def _question(opening: DutyOpening) -> AskedDuty:
    item = opening.item
    return AskedDuty(opening.post.organization, tuple(item.answers), item.frequency, opening.period)


def _told(met: Sequence[Obligation]) -> str:
    """Return which rule is met and on which days, as papers say it; of talks and visits not when they were."""
    shown = (one for each in met for one in each.met_by if getattr(one, "kind", None) not in CONFIDENTIAL)
    days = sorted({day for one in shown if (day := getattr(one, "on", None))})
    rules = "、".join(dict.fromkeys(each.rule.title for each in met))
    return f"{rules}（{'、'.join(f'{day.month}月{day.day}日' for day in days)}）" if days else rules
