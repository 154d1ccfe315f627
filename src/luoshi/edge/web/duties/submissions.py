"""Requests and reports within reach: listed, registered, answered, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.moments import day_of
from luoshi.edge.web.pages import page
from luoshi.edge.web.telling import told
from luoshi.edge.web.words import due
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import above
from luoshi.ground.organizations.queries import by_path
from luoshi.plan.duties import refusals
from luoshi.plan.duties.actions import answer, register, withdraw
from luoshi.plan.duties.actions.submissions import Said
from luoshi.plan.duties.lengths import SUBJECT_LENGTH, SUBMISSION_LENGTH
from luoshi.plan.duties.queries import submissions as read
from luoshi.plan.duties.vocabulary import Ruling, SubmissionKind

from .finding import acting, choices_of, in_post, own_places, seen
from .forms import WhyForm

if TYPE_CHECKING:
    from luoshi.plan.duties.models import Submission


SHOWN = 200
USUAL_WORKDAYS = 7


def seen_submission(viewer: Viewer, number: int) -> Submission:
    """Return what was submitted from or to an organization within reach. Raises ``Http404`` for anything else."""
    found = read.find_submission(number)
    places = (found.organization.path, found.to.path) if found else ("",)
    shown: Submission = seen(found, viewer, *places)
    return shown


@require_safe
@members
def submissions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List what was submitted, all of it or what waits for an answer or is overdue."""
    today, everything = localdate(), read.reachable(viewer.paths)
    open_now = everything.filter(read.OPEN)
    kinds = {
        "open": (_("待答复"), open_now.order_by("due_on", "pk")),
        "overdue": (_("已逾期"), read.overdue(open_now, today).order_by("due_on", "pk")),
        "all": (_("全部"), everything),
    }
    chosen = request.GET.get("show", "open")
    if chosen not in kinds:
        raise Http404
    found = kinds[chosen][1]
    context = {
        "chips": [(name, label, rows.count()) for name, (label, rows) in kinds.items()],
        "chosen": chosen,
        "rows": [_row(each, today) for each in found[:SHOWN]],
        "count": found.count(),
        "shown": SHOWN,
        "may_register": bool(_targets(viewer)),
    }
    return page(request, "duties/submissions.html", context)


def _row(each: Submission, today: Any) -> dict[str, Any]:
    waits = each.kind == SubmissionKind.REQUEST and not (each.answered_at or each.withdrawn_at)
    return {
        "each": each,
        "waits": waits,
        "due": due(each.due_on, today) if waits and each.due_on else "",
        "late": waits and each.due_on is not None and each.due_on < today,
    }


def _targets(viewer: Viewer) -> dict[str, tuple[Organization, Organization]]:
    """Return from whom to whom the viewer can submit: from where he is in post to each above it, the nearest first."""
    places = own_places(viewer)
    known = by_path({path for place in places for path in above(place.path)})
    return {
        f"{place.pk}-{known[path].pk}": (place, known[path])
        for place in places
        for path in reversed(above(place.path))
        if path in known and known[path].dissolved_on is None
    }


class SubmissionForm(ActForm):
    """What is submitted, from whom to whom."""

    way = forms.ChoiceField(label=gettext_lazy("谁报给谁"))
    kind = forms.ChoiceField(
        label=gettext_lazy("文种"),
        choices=SubmissionKind.choices,
        help_text=gettext_lazy("要上级答复的用请示，一文一事；报告里不夹带请示事项。"),
    )
    title = forms.CharField(label=gettext_lazy("标题"), max_length=SUBJECT_LENGTH)
    text = forms.CharField(
        label=gettext_lazy("正文"), max_length=SUBMISSION_LENGTH, widget=forms.Textarea(attrs={"rows": 8})
    )
    workdays = forms.IntegerField(
        label=gettext_lazy("希望几个工作日内答复"),
        required=False,
        help_text=gettext_lazy("请示才填。"),
        error_messages={"invalid": gettext_lazy("请填整数，如 7。")},
    )


@either
@members
def new_submission(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Register a request or a report."""
    ways = _targets(viewer)
    if not ways:
        raise Http404
    about = {
        refusals.NO_DUE: "workdays",
        refusals.REQUEST_IN_REPORT: "text",
        refusals.SUBMITTED: "title",
    }
    sheet = Sheet(_("登记请示报告"), _("登记"), reverse("submissions"), about=about)
    form = SubmissionForm(typed_in(request), initial={"workdays": USUAL_WORKDAYS})
    words = [(key, _("%(from)s → %(to)s") % {"from": place, "to": to}) for key, (place, to) in ways.items()]
    choices_of(form.fields["way"], words)

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        place, to = ways[typed["way"]]
        said = Said(SubmissionKind(typed["kind"]), typed["title"], typed["text"], typed["workdays"])
        made = register(said, organization=place, to=to, **acting(viewer))
        onward = reverse("submission", kwargs={"number": made.pk})
        if made.due_on is None:
            return _("已报%(to)s，编为第 %(number)s 号。") % {"to": to, "number": made.number}, onward
        facts = {"to": to, "number": made.number, "day": day_of(made.due_on)}
        return _("已报%(to)s，编为第 %(number)s 号，应在 %(day)s前答复。") % facts, onward

    return answered(request, form, sheet, act)


@require_safe
@members
def submission(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show a request or a report, and how it was answered."""
    one = seen_submission(viewer, number)
    is_open = not (one.answered_at or one.withdrawn_at)
    context = {
        **_row(one, localdate()),
        "one": one,
        "may_answer": is_open and in_post(viewer, one.to),
        "may_withdraw": is_open and in_post(viewer, one.organization),
        "story": told(read.told(one)),
    }
    return page(request, "duties/submission.html", context)


class AnswerForm(ActForm):
    """How it is answered."""

    ruling = forms.ChoiceField(label=gettext_lazy("怎么答复"))
    words = forms.CharField(
        label=gettext_lazy("意见"),
        max_length=SUBMISSION_LENGTH,
        required=False,
        help_text=gettext_lazy("不同意或者另有批示的，须写明意见。"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def _own(viewer: Viewer, number: int, side: str) -> Submission:
    """Return an open one where the viewer is in post on that side. Raises ``Http404`` for any other."""
    one = seen_submission(viewer, number)
    if not in_post(viewer, getattr(one, side)):
        raise Http404
    return one


@either
@members
def answering(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Answer it in the name of whom it was submitted to."""
    one = _own(viewer, number, "to")
    back = reverse("submission", kwargs={"number": one.pk})
    sheet = Sheet(
        _("答复“%(title)s”") % {"title": one.title}, _("答复"), back, about={refusals.ANSWERLESS: "words"}
    )
    form = AnswerForm(typed_in(request))
    rulings = [Ruling.NOTED, Ruling.INSTRUCTED]
    if one.kind == SubmissionKind.REQUEST:
        rulings = [Ruling.AGREED, Ruling.DECLINED, Ruling.INSTRUCTED]
    choices_of(form.fields["ruling"], [(each.value, each.label) for each in rulings])

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        answer(one, ruling=Ruling(typed["ruling"]), words=typed["words"], **acting(viewer))
        return _("已答复%(organization)s。") % {"organization": one.organization}, back

    return answered(request, form, sheet, act)


@either
@members
def withdrawal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Take back what has no answer yet."""
    one = _own(viewer, number, "organization")
    back = reverse("submission", kwargs={"number": one.pk})
    title = _("撤回“%(title)s”") % {"title": one.title}
    sheet = Sheet(title, _("撤回"), back, about={refusals.WITHDRAW_WHYLESS: "why"})

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        withdraw(one, why=typed["why"], **acting(viewer))
        return _("已撤回。"), back

    return answered(request, WhyForm(typed_in(request), label=_("为什么撤回")), sheet, act)
