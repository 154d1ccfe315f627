"""Duties that rules answer: what the record shows as done is asked of nobody a second time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from luoshi.core.periods import Period, periods_between
from luoshi.core.rules import Obligation, Status
from luoshi.ground.organizations.models import Organization

from .schedule import PERIODS
from .site import owing


class AskedDuty(NamedTuple):
    """One duty of an organization's post in one period 待应答职责, by the key of the period, and the rules that answer it."""

    organization: Organization
    rules: tuple[str, ...]
    frequency: str
    period: str


def answered(asked: Iterable[AskedDuty], today: date) -> dict[AskedDuty, list[Obligation]]:
    """Return those that are met by the record, each with the obligations that say so, due in its period.

    All of them must be met, what somebody is let off aside, and one at least. The organizations are judged together.
    """
    years: dict[int, dict[int, Organization]] = defaultdict(dict)
    wanted = [each for each in asked if each.rules]
    for each in wanted:
        years[_year(each)][each.organization.pk] = each.organization
    judged = {year: owing(list(places.values()), year, today) for year, places in years.items()}
    found = ((each, _met(each, judged[_year(each)])) for each in wanted)
    return {question: obligations for question, obligations in found if obligations}


def _met(question: AskedDuty, judged: Mapping[int, Sequence[Obligation]]) -> list[Obligation]:
    period = _period(question)
    due = [
        each
        for each in judged[question.organization.pk]
        if each.rule.id in question.rules
        and period.first <= each.due <= period.last
        and each.status is not Status.EXEMPT
    ]
    return due if all(each.status is Status.MET for each in due) else []


def _period(question: AskedDuty) -> Period:
    year = _year(question)
    whole = periods_between(PERIODS[question.frequency], date(year, 1, 1), date(year, 12, 31))
    return next(each for each in whole if each.key == question.period)


def _year(question: AskedDuty) -> int:
    return int(question.period[:4])
