"""What leaders have taken up in person: shown, given, taken up, released."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.table import Side
from luoshi.act.tasks.table.rows import rows
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.supervision.lines import Line, lines
from luoshi.edge.web.task.finding import on_task
from luoshi.ground.people.models import Post
from luoshi.plan.duties import refusals
from luoshi.plan.duties.actions import deploy_in_person, release, take_up
from luoshi.plan.duties.lengths import WORDS
from luoshi.plan.duties.queries.docket import dockets_within, find_entry, on_docket
from luoshi.plan.duties.vocabulary import Concern

from .finding import acting, choices_of, leading
from .forms import GivenForm, WhyForm

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
    from luoshi.plan.duties.models import DocketEntry

SHOWN = 200


class Taken(NamedTuple):
    """One entry with its task as a line."""

    entry: DocketEntry
    line: Line


@require_safe
@members
def docket(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show one's own docket, and those of leaders within reach."""
    mine = leading(viewer)
    own = {post.pk for post in mine}
    others = dockets_within(viewer.paths).exclude(post__in=own)[:SHOWN] if viewer.paths else []
    context = {
        "leads": bool(mine),
        "mine": taken(on_docket(mine)) if mine else [],
        "others": [
            (post, list(group)) for post, group in groupby(taken(others), lambda each: each.entry.post)
        ],
        "shown": SHOWN,
    }
    return page(request, "duties/docket.html", context)


def taken(entries: Iterable[DocketEntry]) -> list[Taken]:
    """Return the entries with their tasks as lines, in their order."""
    found = list(entries)
    shown = lines(rows([each.task_id for each in found]), Side.ISSUER, localdate(), reverse("tasks"))
    by_task = {line.id: line for line in shown}
    return [Taken(each, by_task[each.task_id]) for each in found]


def _seats(form: forms.Form, posts: list[Post]) -> None:
    choices_of(form.fields["post"], [(str(each.pk), f"{each.organization}{each.title}") for each in posts])


class TakingForm(ActForm):
    """How a leader takes a task up, and by which post."""

    post = forms.ChoiceField(label=gettext_lazy("以哪个岗位"))
    concern = forms.ChoiceField(label=gettext_lazy("怎么抓"), choices=Concern.choices[1:])
    note = forms.CharField(
        label=gettext_lazy("要求"), max_length=WORDS, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


@either
@members
@on_task
def taking(request: HttpRequest, viewer: Viewer, task: Task) -> HttpResponse:
    """Take a task up in person; for whoever leads something. To others there is no such page."""
    posts = leading(viewer)
    if not posts:
        raise Http404
    back = reverse("task", kwargs={"number": task.pk})
    lead = _("列入以后，这件任务排在您的工作台上，办到哪一步随时能看，直到您移出。")
    sheet = Sheet(_("把“%(title)s”列入领导督办") % {"title": task.title}, _("列入"), back, lead=lead)
    form = TakingForm(typed_in(request), initial={"concern": Concern.SUPERVISE})
    _seats(form, posts)

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        post = next(each for each in posts if str(each.pk) == typed["post"])
        take_up(task, post=post, concern=Concern(typed["concern"]), note=typed["note"], **acting(viewer))
        return _("已列入领导督办。"), reverse("docket")

    return answered(request, form, sheet, act)


class DeploymentForm(GivenForm):
    """A task that a leader gives in person, and by which post."""

    post = forms.ChoiceField(label=gettext_lazy("以哪个岗位"))
    note = forms.CharField(label=gettext_lazy("要求"), max_length=WORDS, required=False)
    field_order = ("post", "title", "owner", "deadline_on", "standard", "note")


@either
@members
def deployment(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Give a task in person, which is dispatched at once."""
    posts = leading(viewer)
    if not posts:
        raise Http404
    sheet = Sheet(_("亲自部署"), _("交办"), reverse("docket"), about={refusals.DEPLOYED: "title"})
    form = DeploymentForm(typed_in(request), paths=viewer.paths)
    _seats(form, posts)

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        post = next(each for each in posts if str(each.pk) == typed["post"])
        proposal, owner = form.proposal(Origin.DOCKET, post.organization), typed["owner"]
        deploy_in_person(post, proposal, note=typed["note"], **acting(viewer))
        return _("已交办给%(owner)s，并列入您的领导督办。") % {"owner": owner}, reverse("docket")

    return answered(request, form, sheet, act)


@either
@members
def releasing(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Take a task off one's own docket."""
    entry = find_entry(number)
    if entry is None or entry.post not in leading(viewer):
        raise Http404
    title = _("把“%(title)s”移出领导督办") % {"title": entry.task.title}
    lead = _("任务照常办理，只是不再列为领导督办。")
    sheet = Sheet(title, _("移出"), reverse("docket"), lead=lead, about={refusals.RELEASE_WHYLESS: "why"})

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        release(entry, why=typed["why"], **acting(viewer))
        return _("已移出领导督办。"), reverse("docket")

    return answered(request, WhyForm(typed_in(request), label=_("为什么移出")), sheet, act)
