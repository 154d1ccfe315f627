"""A tried rule is put into force, approved where it costs too much, repealed when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import Sheet, answered, either, typed_in
from luoshi.edge.web.moments import day_of
from luoshi.plan.obligations import actions, refusals
from luoshi.plan.obligations.authority import approves

from .acting import acting, next_month
from .finding import version_made, version_seen
from .forms import ApprovalForm, PublicationForm, RepealForm

if TYPE_CHECKING:
    from luoshi.plan.obligations.models import RuleVersion

DAYS = (refusals.BACKDATED, refusals.EXPIRED, refusals.NOT_LATER)


@either
@members
def publication(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Put a tried draft into force from a day on."""
    one = version_made(viewer, number)
    lead = _("发布后约束“%(name)s”和它的所有下级，不能再改；要改就另起一版，要停就废止。")
    form = PublicationForm(typed_in(request), initial={"since": next_month(localdate())})

    def act(typed: dict[str, Any]) -> str:
        done = actions.publish(one, since=typed["since"], **acting(viewer))
        return _("已发布“%(title)s”，%(day)s起生效。") % {"title": done.title, "day": day_of(typed["since"])}

    words = _Words(_("发布“%(title)s”"), _("发布"), lead, "since")
    return _answered(request, one, form, words, act)


@either
@members
def approval(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Approve that a draft asks more than the budget."""
    one = version_seen(viewer, number)
    if not approves(viewer.person, one, localdate()):
        raise Http404
    lead = _("这条规定超过了“%(name)s”的负担上限；批准的理由记入账本，随规定公开。")

    def act(typed: dict[str, Any]) -> str:
        actions.approve(one, why=typed["why"], **acting(viewer))
        return _("已批准“%(title)s”超过负担上限。") % {"title": one.title}

    form = ApprovalForm(typed_in(request))
    words = _Words(_("批准“%(title)s”超过负担上限"), _("批准"), lead, "why")
    return _answered(request, one, form, words, act)


@either
@members
def repeal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Let a published version no longer count from a day on."""
    one = version_made(viewer, number)
    lead = _("废止后“%(name)s”和它的下级不再被要求；以前的落实情况不变。")
    form = RepealForm(typed_in(request), initial={"on": next_month(localdate())})

    def act(typed: dict[str, Any]) -> str:
        actions.repeal(one, on=typed["on"], **acting(viewer))
        return _("“%(title)s”将从%(day)s起废止。") % {"title": one.title, "day": day_of(typed["on"])}

    words = _Words(_("废止“%(title)s”"), _("废止"), lead, "on")
    return _answered(request, one, form, words, act)


class _Words(NamedTuple):
    """What the page of an act says; ``title`` names the version, ``lead`` its organization."""

    title: str
    act: str
    lead: str
    field: str


def _answered(
    request: HttpRequest,
    one: RuleVersion,
    form: forms.Form,
    words: _Words,
    act: Callable[[dict[str, Any]], str],
) -> HttpResponse:
    back = reverse("rule_version", kwargs={"number": one.pk})
    sheet = Sheet(
        title=words.title % {"title": one.title},
        act=words.act,
        back=back,
        lead=words.lead % {"name": one.rule.organization.name},
        about=dict.fromkeys(DAYS, words.field),
    )
    return answered(request, form, sheet, lambda typed: (act(typed), back))
