"""One organization's year: each rule through the months, what is open now, how it is set up, what it declared."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.core.rules import FACTS, Obligation, Rule, Value
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.moments import day_of
from luoshi.edge.web.organizations.finding import seen
from luoshi.edge.web.owing_lines import Line, line
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import children
from luoshi.plan.obligations.packs import asked_of
from luoshi.plan.obligations.queries import month_of, set_up, year_of
from luoshi.plan.obligations.register import TOLD
from luoshi.plan.obligations.subjects import subjects

from .heat import MONTHS, narrow, year_asked


class Through(NamedTuple):
    """One rule through the year: its obligations by the month in which each is due."""

    rule: Rule
    months: dict[int, list[Line]]


@require_safe
@members
def organization_year(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the year of one organization within reach."""
    one = seen(viewer, number)
    today = localdate()
    year = year_asked(request, today)
    found = year_of(one, year, today)
    keeps = viewer.keeps(one.path) and one.dissolved_on is None
    [subject] = subjects([one], today)
    context = {
        "one": one,
        "year": year,
        "this_year": today.year,
        "this_month": today.month if year == today.year else 0,
        "months": MONTHS,
        "narrow": narrow(request, year, today),
        "has_below": children(one).exists(),
        "rules": _through(viewer, one, found, year, today),
        "now": [line(one, each, today, viewer.keeps) for each in found if each.first <= today <= each.due],
        "features": [
            (each, [gettext(FACTS[name].label) for name in each.asks]) for each in set_up(one, today)
        ],
        "facts": _facts(subject.facts, asked_of(one)),
        "keeps": keeps,
    }
    return page(request, "obligations/one.html", context)


def _through(
    viewer: Viewer, one: Organization, found: Iterable[Obligation], year: int, today: date
) -> list[Through]:
    rows: dict[str, Through] = {}
    for each in found:
        row = rows.setdefault(each.rule.id, Through(each.rule, {}))
        row.months.setdefault(month_of(each, year), []).append(line(one, each, today, viewer.keeps))
    return [rows[key] for key in sorted(rows)]


def _facts(known: Any, asked: Collection[str]) -> list[tuple[str, str, str, bool]]:
    """Return name, label, value in words and whether somebody may declare it, of every fact that is known or asked for.

    What no rule asks of such an organization, nobody needs to declare.
    """
    return [
        (
            name,
            gettext(fact.label),
            said(known.get(name, fact.default), fact.unit),
            not fact.computed and not _told(name, known),
        )
        for name, fact in FACTS.items()
        if name in known or name in asked
    ]


def _told(name: str, known: Any) -> bool:
    return name in TOLD and name in known


def said(value: Value | None, unit: str) -> str:
    """Return a fact's value in words."""
    if value is None:
        return _("未知")
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, date):
        return day_of(value)
    return f"{value} {gettext(unit)}".strip() if unit else str(value)
