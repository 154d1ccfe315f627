"""An application is recorded: whoever is not known yet is registered with it."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from luoshi.act.membership import refusals
from luoshi.act.membership.actions import apply
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.organizations.finding import seen
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import NAME_LENGTH


class ApplicationForm(ActForm):
    """Who applied, and when."""

    name = forms.CharField(label=gettext_lazy("姓名"), max_length=NAME_LENGTH)
    account = forms.CharField(
        label=gettext_lazy("账号"),
        max_length=NAME_LENGTH,
        help_text=gettext_lazy("系统里已经有这个人的，填原来的账号；没有的，取一个新的。"),
    )
    on = DayField(label=gettext_lazy("递交入党申请书的日期"))


@either
@members
def application(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Record an application to a branch within reach."""
    one = seen(viewer, number)
    if one.kind != OrganizationKind.BRANCH or one.dissolved_on is not None:
        raise Http404
    sheet = Sheet(
        title=_("登记入党申请人"),
        act=_("登记"),
        back=reverse("organization_development", kwargs={"number": one.pk}),
        lead=_("申请交给“%(name)s”。只记日期，不收材料。") % {"name": one.name},
        about={
            refusals.BELONGS_ELSEWHERE: "account",
            refusals.FUTURE: "on",
            refusals.TAKEN: "on",
            refusals.ENDED_SINCE: "on",
        },
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        name, account, at = typed["name"], typed["account"], datetime.now(UTC)
        person = apply(name, account=account, on=typed["on"], branch=one, by=viewer.person, at=at)
        said = _("已登记“%(name)s”的入党申请。") % {"name": person.name}
        return said, reverse("admission", kwargs={"number": person.pk})

    form = ApplicationForm(typed_in(request), initial={"on": localdate()})
    return answered(request, form, sheet, act)
