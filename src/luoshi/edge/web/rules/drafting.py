"""A local rule is chosen in a form, or written as text; mistakes in a text are said at their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
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
from luoshi.plan.obligations.site import rules
from luoshi.plan.obligations.wording import written

from .acting import acting, next_month
from .finding import version_made
from .forms import ChoiceForm, TextForm

if TYPE_CHECKING:
    from luoshi.plan.obligations.models import RuleVersion


@either
@members
def new_rule(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Draft a rule for an organization of which the viewer may make rules. Nobody else has this page."""
    today = localdate()
    places = list(Organization.objects.filter(pk__in=issuing(viewer.person, today)).order_by("path"))
    if not places:
        raise Http404
    form = ChoiceForm(typed_in(request), organizations=places)
    sheet = Sheet(
        title=_("起草一条规定"),
        act=_("存为草稿"),
        back=reverse("rules"),
        lead=_("先存为草稿，再用近十二个月的记录试算：谁会落下，要花多少时间。试算以后才能发布。"),
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        place = next(each for each in places if str(each.pk) == typed["organization"])
        text = written(form.choice(next_month(today), rules().rules))
        drafted = actions.draft_rule(place, text, **acting(viewer))
        said = _("已存为草稿“%(title)s”。接下来试算。") % {"title": drafted.title}
        return said, reverse("rule_version", kwargs={"number": drafted.pk})

    return answered(request, form, sheet, act)


@either
@members
def text(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Reword a draft, or begin the next version of what is published, as text."""
    version = version_made(viewer, number)
    initial = {"text": version.text, "seen": version.digest}
    form = TextForm(typed_in(request), initial=initial)
    mistakes: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            kept = _kept(version, form.cleaned_data, viewer)
        except Misread as misread:
            mistakes = [gettext(each.sentence).format_map(each.facts) for each in misread.mistakes]
        except Refusal as refusal:
            mistakes = [sentence(refusal)]
        else:
            messages.success(request, _("已保存“%(title)s”。接下来试算。") % {"title": kept.title})
            return redirect("rule_version", number=kept.pk)
    status = UNPROCESSABLE if mistakes or form.errors else 200
    context = {"version": version, "form": form, "mistakes": mistakes}
    return page(request, "rules/text.html", context, status=status)


def _kept(version: RuleVersion, typed: dict[str, Any], viewer: Viewer) -> RuleVersion:
    # A text area gives its lines as the web writes them; a file of rules has them as files do.
    written_text = typed["text"].replace("\r\n", "\n")
    if version.published_at is not None:
        return actions.revise(version.rule, written_text, **acting(viewer))
    return actions.redraft(version, written_text, seen=typed["seen"], **acting(viewer))
