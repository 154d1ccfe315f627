"""A membership ends: a day and one of a few causes, by whoever keeps the branch."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from luoshi.act.membership import refusals
from luoshi.act.membership.actions import end_membership
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.people.finding import kept_person
from luoshi.ground.people.models import Cause
from luoshi.ground.people.refusals import NEVER_ON_PROBATION, STILL_TO_COME


class EndingForm(ActForm):
    """When and why somebody is a member no longer."""

    cause = forms.ChoiceField(label=gettext_lazy("原因"), choices=Cause.choices)
    on = DayField(label=gettext_lazy("哪一天起"))


@either
@members
def ending(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """End the membership of somebody whom the viewer keeps."""
    one = kept_person(viewer, number)
    home = one.home
    if home is None:
        raise Http404
    sheet = Sheet(
        title=_("终止“%(name)s”的党员身份") % {"name": one.name},
        act=_("终止党员身份"),
        back=reverse("person", kwargs={"number": one.pk}),
        lead=_("以后不再列入“%(home)s”的党员名册。转到别的党支部请办“转接组织关系”；岗位另行办理离任。")
        % {"home": home.name},
        about={NEVER_ON_PROBATION: "cause", STILL_TO_COME: "on", refusals.BEFORE: "on"},
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        cause = Cause(typed["cause"])
        end_membership(one, on=typed["on"], cause=cause, by=viewer.person, at=datetime.now(UTC))
        said = _("“%(name)s”的党员身份已终止（%(cause)s），已移出名册。")
        place = reverse("organization_members", kwargs={"number": home.pk})
        return said % {"name": one.name, "cause": cause.label}, place

    return answered(request, EndingForm(typed_in(request), initial={"on": localdate()}), sheet, act)
