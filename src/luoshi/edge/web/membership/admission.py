"""One person's way into the Party: what is due and when, the next step to record, what was done."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from luoshi.act.membership import refusals
from luoshi.act.membership.actions import take_step, withdraw_step
from luoshi.act.membership.queries import find_step, way_of
from luoshi.act.membership.steps import FINAL, PHASE_LABELS, Mistaken, StepKind
from luoshi.act.membership.way import Way
from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.moments import day_of
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.models import Organization

from .finding import way_seen
from .words import nexts

ABOUT_STEP = {refusals.MISSING, refusals.TAKEN, refusals.ONCE_ONLY, refusals.ON_PROBATION}


class StepForm(ActForm):
    """One step and its day."""

    kind = forms.ChoiceField(label=gettext_lazy("步骤"))
    on = DayField(label=gettext_lazy("办理日期"))

    def __init__(self, *args: Any, way: Way, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(each.value, each.label) for each in way.open_steps]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]  # a choice field has them


class WithdrawalForm(ActForm):
    """What was wrong about the step."""

    mistaken = forms.ChoiceField(label=gettext_lazy("为什么撤回"), choices=Mistaken.choices)


@either
@members
def admission(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the way of somebody whose branch is within reach, and record a step."""
    way, branch = way_seen(viewer, number)
    today = localdate()
    coming = nexts(way, today)
    form = StepForm(typed_in(request), way=way, initial={"kind": _likely(way, today), "on": today})
    if request.method == "POST" and form.is_valid():
        try:
            said = _recorded(viewer, way, branch, form.cleaned_data)
        except Refusal as refusal:
            form.add_error("kind" if refusal.sentence in ABOUT_STEP else "on", sentence(refusal))
        else:
            messages.success(request, said)
            return redirect("admission", number=number)
    phase = way.phase
    context = {
        "way": way,
        "person": way.person,
        "branch": branch,
        "phase": gettext(PHASE_LABELS[phase]) if phase else "",
        "coming": coming,
        "form": form,
        "may_record": not way.is_over and branch.dissolved_on is None,
        "final": FINAL,
    }
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "membership/admission.html", context, status=status)


def _likely(way: Way, today: date) -> StepKind | None:
    """Return the step that is most likely to be recorded: what is owed and may be done by now, else what follows."""
    return next((each.kind for each in way.due if not each.opens or each.due_on <= today), way.following)


def _recorded(viewer: Viewer, way: Way, branch: Organization, typed: dict[str, Any]) -> str:
    """Take the step, and say which one comes next."""
    kind = StepKind(typed["kind"])
    take_step(way.person, kind=kind, on=typed["on"], branch=branch, by=viewer.person, at=datetime.now(UTC))
    way.person.refresh_from_db()
    now = way_of(way.person)
    coming = nexts(now, localdate()) if now is not None else []
    told = {"step": kind.label, "on": day_of(typed["on"])}
    if not coming:
        return _("已记“%(step)s”，%(on)s。发展过程到此结束。") % told
    said = _("已记“%(step)s”，%(on)s。下一步：%(next)s，%(when)s。")
    return said % {**told, "next": coming[0].step, "when": coming[0].said}


@either
@members
def withdrawal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Withdraw a step that was recorded by mistake."""
    step = find_step(number)
    if step is None or not viewer.sees(step.branch.path):
        raise Http404
    person, kind = step.person, StepKind(step.kind)
    told = {"name": person.name, "step": kind.label, "on": day_of(step.on)}
    sheet = Sheet(
        title=_("撤回“%(name)s”的“%(step)s”") % told,
        act=_("撤回"),
        back=reverse("admission", kwargs={"number": person.pk}),
        lead=_("记的日期是 %(on)s。撤回以后可以重新记；账本里两样都留着。") % told,
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        place = reverse("organization_development", kwargs={"number": step.branch_id})
        withdraw_step(step, mistaken=Mistaken(typed["mistaken"]), by=viewer.person, at=datetime.now(UTC))
        return _("已撤回“%(step)s”。") % told, sheet.back if way_of(person) else place

    return answered(request, WithdrawalForm(typed_in(request)), sheet, act)
