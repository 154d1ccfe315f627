"""One duty list: what it asks and what came of it; drafted, published, accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.people.finding import kept_post
from luoshi.edge.web.refusing import sentence
from luoshi.edge.web.telling import told
from luoshi.ground.people.queries import holders_of
from luoshi.plan.duties import refusals
from luoshi.plan.duties.actions import accept, draft_list, publish
from luoshi.plan.duties.lengths import WORDS
from luoshi.plan.duties.queries import lists as read
from luoshi.plan.duties.standing import may_keep, may_publish

from .chain import links_of
from .finding import acting, seen, year_asked

if TYPE_CHECKING:
    from luoshi.plan.duties.models import DutyList


def seen_list(viewer: Viewer, number: int) -> DutyList:
    """Return the list of a post within reach. Raises ``Http404`` for any other."""
    found = read.find_list(number)
    place = found.post.organization.path if found else ""
    shown: DutyList = seen(found, viewer, place)
    return shown


@require_safe
@members
def duty_list(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the list, each duty from being assigned to being overseen."""
    one, today = seen_list(viewer, number), localdate()
    return page(request, "duties/list.html", _shown(one, viewer, today))


def _shown(one: DutyList, viewer: Viewer, today: Any) -> dict[str, Any]:
    holders, said = holders_of(one.post, today), read.acceptances(one)
    accepted = {each.person_id for each in said}
    waiting = [each for each in holders if each.pk not in accepted] if one.in_force else []
    place, is_draft = one.post.organization, one.published_at is None
    standing = read.in_force(one.post, one.year)
    links = links_of(one, viewer, today)
    return {
        "one": one,
        "place": place,
        "links": [each for each in links if not each.item.dropped],
        "dropped": [each for each in links if each.item.dropped],
        "holders": holders,
        "accepted": said,
        "waiting": waiting,
        "mine": viewer.person in waiting,
        "is_draft": is_draft,
        "may_edit": is_draft and may_keep(viewer.person, place, today),
        "may_publish": is_draft and may_publish(viewer.person, place, today),
        "may_correct": one.in_force and may_keep(viewer.person, place, today),
        "standing": standing,
        "versions": read.versions(one),
        "story": told(read.happened(one)),
    }


@require_POST
@members
def new_list(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Draft the next version of a post's list, and go on with it; one that waits is gone on with."""
    post = kept_post(viewer, number)
    year = year_asked(request)
    try:
        made = draft_list(post, year, **acting(viewer))
    except Refusal as refusal:
        [standing] = read.standings([post], year, localdate())
        if standing.draft is None:
            messages.error(request, sentence(refusal))
            return redirect("duties")
        made = standing.draft
    return redirect("duty_list", number=made.pk)


class PublicationForm(ActForm):
    """What a correction corrects."""

    why = forms.CharField(
        label=gettext_lazy("为什么更正"),
        max_length=WORDS,
        required=False,
        help_text=gettext_lazy("一句话写明改了什么、为什么改，会留在账本里。"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@either
@members
def publication(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Put a draft into force; for whoever leads its place. To others there is no such page."""
    one = seen_list(viewer, number)
    if not may_publish(viewer.person, one.post.organization, localdate()):
        raise Http404
    back = reverse("duty_list", kwargs={"number": one.pk})
    facts = {"post": f"{one.post.organization}{one.post.title}", "year": one.year, "version": one.version}
    sheet = Sheet(
        title=_("发布%(post)s %(year)s 年责任清单") % facts,
        act=_("发布"),
        back=back,
        lead=_("发布以后由现任签收；有频次的职责到期自动立为任务。发布后不能直接改，更正要编新版。"),
        about={refusals.NO_WHY: "why"},
    )
    form = PublicationForm(typed_in(request))
    if one.version == 1:
        del form.fields["why"]

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        publish(one, why=typed.get("why", ""), **acting(viewer))
        names = "、".join(each.name for each in holders_of(one.post, localdate()))
        if not names:
            return _("已发布。岗位空缺，到任以后再签收。"), back
        return _("已发布，等%(names)s签收。") % {"names": names}, back

    return answered(request, form, sheet, act)


@require_POST
@members
def acceptance(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Accept a list as a holder of its post."""
    one = seen_list(viewer, number)
    try:
        accept(one, **acting(viewer))
    except Refusal as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("已签收。到期的职责会出现在您的待办里。"))
    return redirect("duty_list", number=one.pk)
