"""Reads of the burden: per asker and month, per unit, and the forms behind a figure. Costs are in seconds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet, Sum

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within

from .models import FormTally
from .site import registry


class Filled(NamedTuple):
    """One form filled in for one asker 填报: how often, and what that cost in seconds."""

    form: str
    label: str
    asker: str
    times: int
    seconds: int


class UnitBurden(NamedTuple):
    """What one organization spent filling in forms 单位负担: how often, and how many seconds."""

    organization: Organization
    times: int
    seconds: int


def by_asker(paths: Iterable[str], months: Sequence[date]) -> dict[str, dict[date, int]]:
    """Return the seconds spent at and below the paths, by asker and month (first days); what costs nothing is absent."""
    rows = _tallies(paths, months).values_list("asker", "month", "form").annotate(Sum("times"))
    seconds = _seconds()
    found: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for asker, month, form, times in rows:
        if seconds.get(form):
            found[asker][month] += seconds[form] * times
    return {asker: dict(each) for asker, each in found.items()}


def by_unit(paths: Iterable[str], month: date, first: int) -> list[UnitBurden]:
    """Return the units at and below the paths that spent most in that month, the most first."""
    rows = _tallies(paths, [month]).values_list("organization", "form").annotate(Sum("times"))
    seconds = _seconds()
    spent: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for organization, form, times in rows:
        if form in seconds:
            spent[organization][0] += times
            spent[organization][1] += times * seconds[form]
    most = sorted(spent, key=lambda each: (-spent[each][1], each))[:first]
    units = Organization.objects.in_bulk(most)
    return [UnitBurden(units[each], *spent[each]) for each in most]


def filled(paths: Iterable[str], month: date, asker: str = "") -> list[Filled]:
    """Return what was filled in at and below the paths in that month, for one asker or all, the costliest first."""
    rows = _tallies(paths, [month]).values_list("form", "asker").annotate(Sum("times"))
    forms = {each.name: each for each in registry().forms}
    found = [
        Filled(form, forms[form].label, who, times, times * forms[form].seconds)
        for form, who, times in (rows.filter(asker=asker) if asker else rows)
        if form in forms
    ]
    return sorted(found, key=lambda each: (-each.seconds, each.form, each.asker))


def _tallies(paths: Iterable[str], months: Sequence[date]) -> QuerySet[FormTally]:
    return FormTally.objects.filter(within(paths, "organization__path"), month__in=months).order_by()


def _seconds() -> dict[str, int]:
    return {each.name: each.seconds for each in registry().forms}
