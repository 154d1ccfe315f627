"""What the record says of duties: fulfilled without a task, or asked for by a task already."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from luoshi.core.lifecycle import State
from luoshi.core.periods import periods_between
from luoshi.core.rules import Obligation

from ..answering import AskedDuty, answered
from ..models import DutyItem, DutyOpening
from ..schedule import PERIODS
from .due import Dated
from .lists import Responsibility

OPEN = (State.DISPATCHED, State.ACCEPTED, State.REPORTED)


def recorded(found: Sequence[Responsibility], today: date) -> dict[str, list[tuple[str, list[Obligation]]]]:
    """Return by key of a duty in which periods, begun by that day, the record shows it as done where no task is."""
    asked = [
        (each.item.key, _question(each.item, period))
        for each in found
        for period in _periods(each.item, today)
        if period not in {done.period for done in each.performed}
    ]
    met = answered((question for _key, question in asked), today)
    by_key: dict[str, list[tuple[str, list[Obligation]]]] = defaultdict(list)
    for key, question in asked:
        if question in met:
            by_key[key].append((question.period, met[question]))
    return by_key


def unanswered(found: Sequence[Dated], today: date) -> list[Dated]:
    """Return those of a calendar's duties that the record does not show as done, in their order."""
    asked = [AskedDuty(each.post.organization, each.answers, each.frequency, each.period) for each in found]
    done = answered((each for each in asked if each.rules), today)
    return [each for each, question in zip(found, asked, strict=True) if question not in done]


def asked_by_task(posts: Collection[int]) -> set[tuple[int, str, str]]:
    """Return what open tasks of these posts' duties ask for: organization, rule, and period."""
    mine = DutyOpening.objects.filter(post__in=posts, task__state__in=OPEN).exclude(item__answers=[])
    rows = mine.values_list("post__organization", "item__answers", "period")
    return {(place, rule, period) for place, rules, period in rows for rule in rules}


def _periods(item: DutyItem, today: date) -> list[str]:
    if not item.answers or item.dropped:
        return []
    first, last = date(item.duty_list.year, 1, 1), min(today, date(item.duty_list.year, 12, 31))
    return (
        [each.key for each in periods_between(PERIODS[item.frequency], first, last)] if first <= last else []
    )


def _question(item: DutyItem, period: str) -> AskedDuty:
    return AskedDuty(item.duty_list.post.organization, tuple(item.answers), item.frequency, period)
