"""Obligations as lines of a page: what, until when, how it stands and why, and the one thing to do."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from luoshi.act.activities.manners import CONFIDENTIAL
from luoshi.core.rules import FACTS, Count, Hours, Obligation, ReportKind, Status, why
from luoshi.edge.web.links import address_of
from luoshi.edge.web.moments import day_of
from luoshi.edge.web.reading.words import day
from luoshi.ground.organizations.models import Organization
from luoshi.plan.obligations.queries import Owing

from .standing_words import Mark, mark

Keeps = Callable[[str], bool]
ROUTES = {"activity": "activity", "fulfilment": "fulfilment"}


class Line(NamedTuple):
    """One obligation as it is shown: ``met_by`` are days with the pages of what met it, ``act`` where to record it.

    ``people`` is where those are named whom it is about, for whoever keeps the organization.
    """

    organization: Organization
    rule: str
    title: str
    due: str
    on: date
    mark: Mark
    why: str
    met_by: list[tuple[str, str]]
    act: str
    status: Status
    people: str = ""


def lines(found: Iterable[Owing], today: date, keeps: Keeps) -> list[Line]:
    """Return the obligations as lines, in their order; ``keeps`` tells whether the viewer keeps what is at a path."""
    return [line(each.organization, each.obligation, today, keeps) for each in found]


def line(organization: Organization, each: Obligation, today: date, keeps: Keeps) -> Line:
    """Return one obligation as a line."""
    reason = why(each)
    # The engine says days as a file would, a page as people do.
    days = {"first": day_of(each.first), "due": day_of(each.due)}
    sentence, facts = reason.sentence, {**reason.facts, **days}
    if each.reason:
        facts["reason"] = gettext(each.reason)
    if each.asks:
        facts["facts"] = "、".join(gettext(FACTS[name].label) for name in each.asks)
    return Line(
        organization=organization,
        rule=each.rule.id,
        title=each.rule.title,
        due=day(each.due, today),
        on=each.due,
        mark=mark(each.status),
        why=gettext(sentence).format_map(facts),
        met_by=[
            (day(_happened(one), today), page_of(one.ref)) for one in each.met_by if not _is_confidential(one)
        ],
        act=act(organization, each, keeps)
        if each.status in (Status.OWED, Status.MISSED, Status.UNKNOWN)
        else "",
        status=each.status,
        people=_named(organization, each, keeps),
    )


def act(organization: Organization, each: Obligation, keeps: Keeps) -> str:
    """Return where what is owed is recorded, or nothing where the viewer cannot record it."""
    if not isinstance(each.rule.measure, Count):
        return ""
    kind = each.rule.measure.what
    if kind in set(ReportKind):
        if not keeps(organization.path):
            return ""
        address = reverse("organization_fulfilment", kwargs={"number": organization.pk})
    else:
        address = address_of("activity_recording", number=organization.pk)
    return f"{address}?kind={kind}" if address else ""


def _is_confidential(one: object) -> bool:
    """Tell whether it was a talk or a visit: it counts, and on which day people talked is nobody's business."""
    return getattr(one, "kind", None) in CONFIDENTIAL


def _named(organization: Organization, each: Obligation, keeps: Keeps) -> str:
    if not keeps(organization.path):
        return ""
    if each.matter is not None and isinstance(each.matter.ref, tuple):
        route, number = each.matter.ref
        return address_of(route, number=number)
    if not (isinstance(each.rule.measure, Hours) and each.need):
        return ""
    address = reverse("organization_hours", kwargs={"number": organization.pk, "code": each.rule.id})
    return f"{address}?year={each.due.year}"


def _happened(one: object) -> date:
    on: date = getattr(one, "on", None) or getattr(one, "done_on")  # noqa: B009  # a matter has the other
    return on


def page_of(ref: object) -> str:
    """Return the address of what met an obligation, nothing where it has no page."""
    if not isinstance(ref, tuple):
        return ""
    route, number = ref
    return address_of(ROUTES[route], number=number) if route in ROUTES else ""
