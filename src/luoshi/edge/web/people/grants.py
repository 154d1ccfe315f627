"""Whom somebody lets stand in for himself. Nobody gives or takes back another's grant here."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, ActForm, either, signed, typed_in
from luoshi.edge.web.choosing import PersonField
from luoshi.edge.web.days import DayField
from luoshi.edge.web.moments import day_of
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.people import refusals
from luoshi.ground.people.actions import give_grant, revoke_grant
from luoshi.ground.people.queries import grants_from, grants_to

ABOUT = {
    refusals.SELF_GRANT: "stand_in",
    refusals.ENDS_BEFORE: "until_on",
    refusals.NOTHING_TO_GRANT: "from_on",
    refusals.OVERLAPPING_GRANT: "from_on",
}


class GrantForm(ActForm):
    """Who stands in, from when until when."""

    stand_in = PersonField(
        label=gettext_lazy("代办人"), help_text=gettext_lazy("写姓名或账号；拼音首字母也行。")
    )
    from_on = DayField(label=gettext_lazy("从哪天起"))
    until_on = DayField(label=gettext_lazy("到哪天止"))


@either
@members
def grants(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show who stands in for the viewer and for whom he does; give a grant."""
    form = GrantForm(typed_in(request), paths=viewer.paths, initial={"from_on": localdate()})
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        try:
            give_grant(viewer.person, **typed, **signed(viewer))
        except Refusal as refusal:
            form.add_error(ABOUT.get(refusal.sentence), sentence(refusal))
        else:
            said = _("已授权“%(name)s”代办，%(from_on)s 至 %(until_on)s。已经在办的事项也包括在内。")
            facts = {key: day_of(typed[key]) for key in ("from_on", "until_on")}
            messages.success(request, said % {**facts, "name": typed["stand_in"].name})
            return redirect("grants")
    today = localdate()
    context: dict[str, Any] = {
        "form": form,
        "given": list(grants_from(viewer.person, today)),
        "lent": list(grants_to(viewer.person, today)),
        "may_give": any(each.person == viewer.person.pk for each in viewer.held),
    }
    return page(request, "people/grants.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_POST
@members
def revocation(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Take a grant of one's own back, from now on."""
    grant = grants_from(viewer.person, localdate()).filter(pk=number).first()
    if grant is None:
        raise Http404
    revoke_grant(grant, **signed(viewer))
    messages.success(request, _("已收回对“%(name)s”的授权，立即生效。") % {"name": grant.stand_in.name})
    return redirect("grants")
