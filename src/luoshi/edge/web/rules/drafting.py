"""A local rule is chosen in a form, or written as text; mistakes in a text are said at their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from luoshi.core.refusals import Refusal
from luoshi.core.rules import Misread
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, Sheet, answered, either, typed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.models import Organization
from luoshi.plan.obligations import actions
from luoshi.plan.obligations.authority import issuing
from luoshi.plan.obligations.packs import binding
from luoshi.plan.obligations.wording import written

from .acting import acting, next_month
from .finding import version_made
from .forms import BroughtForm, ChoiceForm, TextForm, typed_or_brought

if TYPE_CHECKING:
    from collections.abc import Callable

    from luoshi.plan.obligations.models import RuleVersion


@either
@members
def new_rule(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Draft a rule for an organization of which the viewer may make rules. Nobody else has this page."""
    today, places = localdate(), _places(viewer)
    form = ChoiceForm(typed_in(request), organizations=places)
    sheet = Sheet(
        title=_("起草一条规定"),
        act=_("存为草稿"),
        back=reverse("rules"),
        lead=_("先存为草稿，再用近十二个月的记录试算：谁会落下，要花多少时间。试算以后才能发布。"),
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        place = _chosen(places, typed)
        text = written(form.choice(next_month(today), binding(place)))
        drafted = actions.draft_rule(place, text, **acting(viewer))
        said = _("已存为草稿“%(title)s”。接下来试算。") % {"title": drafted.title}
        return said, reverse("rule_version", kwargs={"number": drafted.pk})

    return answered(request, form, sheet, act)


@either
@members
def text(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Reword a draft, or begin the next version of what is published, as text."""
    version = version_made(viewer, number)
    form = TextForm(typed_in(request), initial={"text": version.text, "seen": version.digest})
    return _written(request, form, lambda typed: _kept(version, typed, viewer), {"version": version})


@either
@members
def brought_rule(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Draft a rule from a file or a pasted text; what is wrong in a file is mended here, as text."""
    places = _places(viewer)
    typed, wrong = typed_or_brought(request)
    form = BroughtForm(typed, request.FILES or None, organizations=places)
    for each in wrong:
        form.add_error("file", each)

    def act(said: dict[str, Any]) -> RuleVersion:
        return actions.draft_rule(_chosen(places, said), said["text"], **acting(viewer))

    return _written(request, form, act, {"version": None})


def _places(viewer: Viewer) -> list[Organization]:
    """Return the organizations of which the viewer may make rules. Raises ``Http404`` where there are none."""
    places = Organization.objects.filter(pk__in=issuing(viewer.person, localdate())).order_by("path")
    if not places:
        raise Http404
    return list(places)


def _chosen(places: list[Organization], typed: dict[str, Any]) -> Organization:
    return next(each for each in places if str(each.pk) == typed["organization"])


def _kept(version: RuleVersion, typed: dict[str, Any], viewer: Viewer) -> RuleVersion:
    if version.published_at is not None:
        return actions.revise(version.rule, typed["text"], **acting(viewer))
    return actions.redraft(version, typed["text"], seen=typed["seen"], **acting(viewer))


def _written(
    request: HttpRequest,
    form: TextForm,
    act: Callable[[dict[str, Any]], RuleVersion],
    context: dict[str, Any],
) -> HttpResponse:
    """Show the text, or keep it; every mistake in it is said at its line, and it comes back as it was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            kept = act(form.cleaned_data)
        except Misread as misread:
            form.add_error("text", [sentence(each) for each in misread.mistakes])
        except Refusal as refusal:
            form.add_error("text", sentence(refusal))
        else:
            messages.success(request, _("已保存“%(title)s”。接下来试算。") % {"title": kept.title})
            return redirect("rule_version", number=kept.pk)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "rules/text.html", {**context, "form": form}, status=status)
