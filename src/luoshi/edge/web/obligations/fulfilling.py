"""Recording that what is owed once was done, and taking that back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from luoshi.core.refusals import Refusal
from luoshi.core.rules import KIND_LABELS, ReportKind
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, signed, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.organizations.finding import kept
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.edge.web.telling import told
from luoshi.ground.ledger.queries import story
from luoshi.plan.obligations import actions, refusals
from luoshi.plan.obligations.lengths import NOTE_LENGTH
from luoshi.plan.obligations.queries import fulfilment as found


class FulfilmentForm(ActForm):
    """What was done, and when."""

    kind = forms.ChoiceField(label=gettext_lazy("事项"))
    made_on = DayField(label=gettext_lazy("哪一天报送或办理"))
    note = forms.CharField(
        label=gettext_lazy("说明"),
        required=False,
        max_length=NOTE_LENGTH,
        help_text=gettext_lazy("如文号、会议名称。"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(each.value, gettext(KIND_LABELS[each])) for each in ReportKind]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]  # a choice field has them


@either
@members
def fulfilment(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Record a report or another single act of an organization that the viewer keeps."""
    one = kept(viewer, number)
    sheet = Sheet(
        title=_("“%(name)s”已报送") % {"name": one.name},
        act=_("登记"),
        back=reverse("organization_obligations", kwargs={"number": one.pk}),
        lead=_("会议和活动请在组织生活里记录；这里登记述职、报告这类一次办完的事项。"),
        about={
            refusals.IN_FUTURE: "made_on",
            refusals.FULFILLED_ALREADY: "made_on",
            refusals.NO_REPORT: "kind",
        },
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        code = typed["kind"]
        actions.fulfil(one, code, made_on=typed["made_on"], note=typed["note"], **signed(viewer))
        kind = gettext(KIND_LABELS[code])
        return _("已登记“%(name)s”的%(kind)s。") % {"name": one.name, "kind": kind}, sheet.back

    initial = {"kind": request.GET.get("kind", ""), "made_on": localdate()}
    return answered(request, FulfilmentForm(typed_in(request), initial=initial), sheet, act)


@require_safe
@members
def shown(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show one fulfilment of an organization within reach."""
    one = found(number)
    if one is None or not viewer.sees(one.organization.path):
        raise Http404
    context = {
        "one": one,
        "kind": gettext(KIND_LABELS[one.kind]),
        "keeps": viewer.keeps(one.organization.path),
        "story": told(story(one.chain)),
    }
    return page(request, "obligations/fulfilment.html", context)


@require_POST
@members
def withdrawal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Take back what was recorded by mistake."""
    one = found(number)
    if one is None or not viewer.keeps(one.organization.path):
        raise Http404
    try:
        actions.withdraw(one, **signed(viewer))
    except Refusal as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("已撤回登记，不再计入。"))
    return redirect("organization_obligations", number=one.organization_id)
