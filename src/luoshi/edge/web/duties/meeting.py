"""What is done with one hearing: arranged, recorded, decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from luoshi.act.tasks.lengths import WORDS
from luoshi.act.tasks.origins import Origin
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.moments import day_of
from luoshi.plan.duties import refusals
from luoshi.plan.duties.actions import arrange, decide, hold
from luoshi.plan.duties.actions.hearings import Arrangement
from luoshi.plan.duties.lengths import MINUTES_LENGTH, PLACE_LENGTH

from .finding import acting, in_post
from .forms import GivenForm
from .hearings import seen_hearing

if TYPE_CHECKING:
    from luoshi.plan.duties.models import Hearing


def _own(viewer: Viewer, number: int) -> Hearing:
    """Return a hearing of an organization where the viewer is in post. Raises ``Http404`` for any other."""
    one = seen_hearing(viewer, number)
    if not in_post(viewer, one.organization):
        raise Http404
    return one


def _back(one: Hearing) -> str:
    return reverse("hearing", kwargs={"number": one.pk})


class ArrangementForm(ActForm):
    """When, where, and what is gone through."""

    planned_on = DayField(label=gettext_lazy("会期"))
    place = forms.CharField(label=gettext_lazy("地点"), max_length=PLACE_LENGTH, required=False)
    agenda = forms.CharField(
        label=gettext_lazy("议程"),
        max_length=MINUTES_LENGTH,
        help_text=gettext_lazy("一行一项。"),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@either
@members
def arrangement(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Change day, place or agenda."""
    one = _own(viewer, number)
    sheet = Sheet(_("调整议程和会期"), _("保存"), _back(one), about={refusals.OTHER_HALF: "planned_on"})
    before = {"planned_on": one.planned_on, "place": one.place, "agenda": "\n".join(one.agenda)}

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        wanted = Arrangement(typed["planned_on"], typed["place"], typed["agenda"].splitlines())
        arrange(one, wanted, **acting(viewer))
        return _("议程和会期已保存。"), _back(one)

    return answered(request, ArrangementForm(typed_in(request), initial=before), sheet, act)


class RecordForm(ActForm):
    """What happened at the hearing."""

    held_on = DayField(label=gettext_lazy("哪天开的"))
    present = forms.CharField(label=gettext_lazy("到会"), max_length=WORDS, required=False)
    minutes = forms.CharField(
        label=gettext_lazy("会议情况"),
        max_length=MINUTES_LENGTH,
        help_text=gettext_lazy("听取了什么、讨论了什么。议定事项在下一步逐条立为任务，这里不用重复。"),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@either
@members
def record(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Record that it was held, which freezes its figures."""
    one = _own(viewer, number)
    about = {
        refusals.HEARING_AHEAD: "held_on",
        refusals.OTHER_HALF: "held_on",
        refusals.NO_MINUTES: "minutes",
    }
    lead = _("保存以后，当时的数据随纪要定格，议程不能再改。")
    sheet = Sheet(_("记会议情况"), _("保存"), _back(one), lead=lead, about=about)
    form = RecordForm(typed_in(request), initial={"held_on": min(one.planned_on, localdate())})

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        hold(one, **typed, **acting(viewer))
        return _("会议情况已记下，可以下载纪要，再把议定事项逐条交办。"), _back(one)

    return answered(request, form, sheet, act)


@either
@members
def decision(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Make what was decided a task."""
    one = _own(viewer, number)
    sheet = Sheet(_("交办议定事项"), _("交办"), _back(one), about={refusals.DECIDED: "title"})
    form = GivenForm(typed_in(request), paths=viewer.paths)

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        decide(one, form.proposal(Origin.RESOLUTION, one.organization), **acting(viewer))
        facts = {"owner": typed["owner"], "day": day_of(typed["deadline_on"])}
        return _("已交办给%(owner)s，%(day)s前办结。") % facts, _back(one)

    return answered(request, form, sheet, act)
