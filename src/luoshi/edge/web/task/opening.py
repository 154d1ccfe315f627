"""A task that somebody opens by hand, because a leader, a meeting or an inspection asked for it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.cache import cache
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from luoshi.act.tasks.actions import dispatch, draft
from luoshi.act.tasks.lengths import KIND_LENGTH, TITLE_LENGTH
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.queries import find
from luoshi.core.lifecycle import Move, Situation
from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.choosing import LONGEST, OrganizationField, OrganizationsField
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.models import Organization

from .fields import FIELDS, ListField, words
from .telling import done

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luoshi.act.tasks.models import Task

UNPROCESSABLE = 422
BY_HAND = (Origin.DOCKET, Origin.RESOLUTION, Origin.FINDING, Origin.REQUEST, Origin.SUGGESTION)
REMEMBERED_SECONDS = 24 * 60 * 60


class TaskForm(forms.Form):
    """A task as it is opened by hand; ``once`` lets the same form open it only once."""

    once = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    issuer = forms.ModelChoiceField(
        Organization.objects.none(), label=_("交办方"), empty_label=None, widget=forms.Select
    )
    origin = forms.ChoiceField(
        label=_("来源"), choices=[(each.value, each.label) for each in BY_HAND], widget=forms.Select
    )
    title = words(_("办什么"), _("一句话写明要办的事"), TITLE_LENGTH, rows=2)
    owner = FIELDS["owner"]()
    co_units = OrganizationsField(
        required=False, label=_("配合单位"), help_text=_("可以不填；有几个就用顿号分开，写法同承办单位")
    )
    deadline_on = FIELDS["deadline_on"]()
    standard = FIELDS["standard"]()
    evidence_named = ListField(
        "、，,\n",
        KIND_LENGTH,
        required=False,
        label=_("销号须有的佐证"),
        help_text=_("用顿号分开，如“印发文件、会议纪要”"),
    )

    def __init__(self, viewer: Viewer, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="new-%s")
        own = Organization.objects.filter(pk__in={each.organization for each in viewer.held})
        issuer = self.fields["issuer"]
        if isinstance(issuer, forms.ModelChoiceField):
            issuer.queryset = own.order_by("path")
        for field in self.fields.values():
            if isinstance(field, OrganizationField):
                field.paths = viewer.paths

    def clean_co_units(self) -> list[Organization]:
        """Return the units that help; whoever answers for the task is none of them."""
        named: list[Organization] = self.cleaned_data["co_units"]
        if self.cleaned_data.get("owner") in named:
            raise forms.ValidationError(gettext("承办单位牵头，不用再写进配合单位：请去掉。"))
        return named

    def proposal(self) -> Proposal:
        """Return the task that is proposed."""
        said = self.cleaned_data
        terms = Situation(
            standard=said["standard"].strip() or None,
            deadline_on=said["deadline_on"],
            evidence_named=frozenset(said["evidence_named"]),
        )
        return Proposal(
            said["title"],
            said["title"],
            Origin(said["origin"]),
            said["issuer"],
            owner=said["owner"],
            co_units=tuple(said["co_units"]),
            terms=terms,
        )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def new_task(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask for a task (GET), or open it (POST): as a draft, and dispatched at once unless ``as=draft``."""
    if not viewer.held:
        raise Http404
    if request.method != "POST":
        form = TaskForm(viewer)
        form.initial["owner"] = request.GET.get("owner", "")[:LONGEST]
        return _asked(request, viewer, form, secrets.token_urlsafe(16))
    form = TaskForm(viewer, request.POST)
    once = request.POST.get("once", "")[:40]
    if not form.is_valid():
        return _asked(request, viewer, form, once, status=UNPROCESSABLE)
    key = f"new_task:{viewer.account.pk}:{once}"
    if once and not cache.add(key, 0, REMEMBERED_SECONDS):
        return _done_already(request, key)
    try:
        task = _opened(form, viewer, at_once=request.POST.get("as") != "draft")
    except Refusal as refusal:
        cache.delete(key)
        form.add_error(None, sentence(refusal))
        return _asked(request, viewer, form, once, status=UNPROCESSABLE)
    cache.set(key, task.pk, REMEMBERED_SECONDS)
    return redirect("task", number=_say(request, task))


@transaction.atomic
def _opened(form: TaskForm, viewer: Viewer, *, at_once: bool) -> Task:
    at = timezone.now()
    task = draft(form.proposal(), by=viewer.person, at=at)
    return dispatch(task, by=viewer.person, at=at) if at_once else task


def _say(request: HttpRequest, task: Task) -> int:
    opened = find(task.pk)
    if opened is not None and opened.dispatched_on:
        messages.success(request, done(Move.DISPATCH, opened, timezone.localdate()))
    else:
        messages.success(request, gettext("已存为拟办，补齐以后再交办。"))
    return int(task.pk)


def _done_already(request: HttpRequest, key: str) -> HttpResponse:
    messages.info(request, gettext("这件任务刚才已经立好了，没有重复立项。"))
    number = cache.get(key)
    return redirect("task", number=number) if number else redirect("home")


def _asked(
    request: HttpRequest, viewer: Viewer, form: TaskForm, once: str, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "once": once, "account": viewer.account.pk}
    return page(request, "task/new.html", context, status=status)
