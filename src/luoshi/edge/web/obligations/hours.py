"""Whose study hours stand behind an obligation: for those who keep the organization, because it names people."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.core.rules import Hours, Obligation, Status
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.organizations.finding import kept
from luoshi.edge.web.owing_lines import line
from luoshi.edge.web.pages import page
from luoshi.edge.web.standing_words import mark
from luoshi.plan.obligations.queries import year_of
from luoshi.plan.obligations.studies import Learner, learners

from .heat import year_asked


@require_safe
@members
def organization_hours(request: HttpRequest, viewer: Viewer, number: int, code: str) -> HttpResponse:
    """Show who of the organization studied how long, by the rule of that id."""
    one, today = kept(viewer, number), localdate()
    year = year_asked(request, today)
    found = next((each for each in year_of(one, year, today) if each.rule.id == code), None)
    if found is None or not isinstance(found.rule.measure, Hours):
        raise Http404
    measure = found.rule.measure
    context = {
        "one": one,
        "year": year,
        "rule": found.rule,
        "line": line(one, found, today, viewer.keeps),
        "learners": [
            (each.person, each.study.hours, mark(_stands(each, measure, found, today)))
            for each in learners(one, measure.of, year, today)
        ],
    }
    return page(request, "obligations/hours.html", context)


def _stands(each: Learner, measure: Hours, found: Obligation, today: date) -> Status:
    if each.study.hours >= measure.floor:
        return Status.MET
    if each.study.unsure:
        return Status.UNKNOWN
    return Status.OWED if today <= found.due else Status.MISSED
