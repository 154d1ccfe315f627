"""Hearings: those within reach, one with its figures, its minutes as a document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from luoshi.act.tasks.table import Side
from luoshi.act.tasks.table.rows import rows
from luoshi.edge.exchange.hearing_minutes import Decided, Minutes, hearing_minutes
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.downloads import document
from luoshi.edge.web.pages import page
from luoshi.edge.web.supervision.lines import lines
from luoshi.edge.web.telling import told
from luoshi.plan.duties import refusals
from luoshi.plan.duties.actions import convene
from luoshi.plan.duties.agenda import period_words
from luoshi.plan.duties.queries import hearings as read

from .finding import acting, choices_of, in_post, own_places, seen

if TYPE_CHECKING:
    from luoshi.plan.duties.models import Hearing


SHOWN = 100


def seen_hearing(viewer: Viewer, number: int) -> Hearing:
    """Return the hearing of an organization within reach. Raises ``Http404`` for any other."""
    found = read.find_hearing(number)
    shown: Hearing = seen(found, viewer, found.organization.path if found else "")
    return shown


@require_safe
@members
def hearings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List the hearings within reach, the latest first."""
    found = read.hearings_within(viewer.paths)
    rows = [(each, period_words(each.period)) for each in found[:SHOWN]]
    context = {"rows": rows, "count": found.count(), "shown": SHOWN, "may_convene": bool(viewer.held)}
    return page(request, "duties/hearings.html", context)


class HearingForm(ActForm):
    """Whose hearing, and when."""

    organization = forms.ChoiceField(label=gettext_lazy("哪个组织听取"))
    planned_on = DayField(
        label=gettext_lazy("会期"), help_text=gettext_lazy("按这一天所在的半年取数，每半年一次。")
    )


@either
@members
def new_hearing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Convene a hearing; its agenda comes from the records."""
    places = own_places(viewer)
    if not places:
        raise Http404
    sheet = Sheet(
        title=_("安排听取汇报"),
        act=_("安排"),
        back=reverse("hearings"),
        lead=_("议程按任务、责任清单、请示报告的记录自动拟好，之后还能改。"),
        about={refusals.HEARING_KNOWN: "planned_on"},
    )
    form = HearingForm(typed_in(request), initial={"planned_on": localdate()})
    choices_of(form.fields["organization"], [(str(each.pk), each.name) for each in places])

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        place = next(each for each in places if str(each.pk) == typed["organization"])
        made = convene(place, typed["planned_on"], **acting(viewer))
        facts = {"period": period_words(made.period), "count": len(made.agenda)}
        said = _("已安排%(period)s听取汇报，议程拟好 %(count)s 项，请核对。") % facts
        return said, reverse("hearing", kwargs={"number": made.pk})

    return answered(request, form, sheet, act)


@require_safe
@members
def hearing(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show a hearing: what it goes through, the figures, what it decided."""
    one, today = seen_hearing(viewer, number), localdate()
    period = read.half_year(one.period)
    figures = one.figures or read.figures(one.organization, period, today)
    decided = rows([task.pk for task in read.decisions(one)])
    context = {
        "one": one,
        "place": one.organization,
        "period": period_words(one.period),
        "figures": figures,
        "owed": figures.get("owed"),
        "year": period.first.year,
        "late": [
            (each, date.fromisoformat(each["due"]) if each["due"] else None) for each in figures["late"]
        ],
        "decided": lines(decided, Side.ISSUER, today, reverse("tasks")),
        "may_act": in_post(viewer, one.organization),
        "is_due": one.planned_on <= today,
        "story": told(read.told(one)),
    }
    return page(request, "duties/hearing.html", context)


@require_safe
@members
def minutes_file(_request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Give the minutes of a hearing that was held as a Word document. To others there is no such file."""
    one = seen_hearing(viewer, number)
    if one.held_on is None or one.figures is None:
        raise Http404
    decided = [
        Decided(task.title, str(task.owner or ""), task.deadline_on, task.standard or "")
        for task in read.decisions(one)
    ]
    said = Minutes(
        organization=one.organization.name,
        period=period_words(one.period),
        held_on=one.held_on,
        place=one.place,
        present=one.present,
        agenda=tuple(one.agenda),
        minutes=one.minutes,
        figures=one.figures,
        decided=tuple(decided),
    )
    return document(f"{one.organization}{period_words(one.period)}听取汇报纪要", hearing_minutes(said))
