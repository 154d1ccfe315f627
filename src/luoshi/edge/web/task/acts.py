"""Every move of the loop as an address: its form, and what becomes of it when it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from luoshi.act.tasks import actions
from luoshi.act.tasks.actions.seen import since_seen
from luoshi.act.tasks.queries import find
from luoshi.core.lifecycle import TABLE, Move
from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page, wants_fragment

from .finding import on_task
from .forms import MoveForm
from .likeness import likenesses
from .moves import BY_NOUN, ROWS
from .scene import last_entry
from .story import told
from .telling import done, named

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
    from luoshi.ground.ledger.models import Entry

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@members
@on_task
def move(request: HttpRequest, viewer: Viewer, task: Task, noun: str) -> HttpResponse:
    """Show the form of the move (GET), or make it (POST) and lead back to the task, which says what happened.

    What the loop refuses, and a form that is older than what happened since, comes back as it was typed.
    """
    step = BY_NOUN.get(noun)
    if step is None:
        raise Http404
    if request.method != "POST":
        form = MoveForm(step, task, viewer)
        return _asked(request, viewer, task, form)
    form = MoveForm(step, task, viewer, request.POST, request.FILES)
    if not form.is_valid():
        return _asked(request, viewer, task, form, status=UNPROCESSABLE)
    with transaction.atomic():
        news = _news(task, form)
        if any(_is_the_same(entry, form, viewer) for entry in news):
            messages.info(request, _("这一步刚才已经办好了，没有重复办理。"))
            return _back(request, task)
        if news:
            return _asked(request, viewer, task, form, news=news, status=UNPROCESSABLE)
        try:
            _make(step, task, form, viewer)
        except Refusal as refusal:
            form.refuse(refusal)
            return _asked(request, viewer, task, form, status=UNPROCESSABLE)
    moved = find(task.pk)
    if moved is not None:
        messages.success(request, done(step, moved, timezone.localdate()))
    return _back(request, task)


def _make(step: Move, task: Task, form: MoveForm, viewer: Viewer) -> None:
    # ``return`` is a word of Python, so its action ends in a line.
    action = getattr(actions, "return_" if step is Move.RETURN else step.value)
    action(task, by=viewer.person, at=timezone.now(), **form.brought())


def _news(task: Task, form: MoveForm) -> list[Entry]:
    """Return what happened since the form was made; nothing for a form that does not say when that was."""
    seen = form.cleaned_data["seen"]
    return [] if seen is None else since_seen(task, seen)


def _is_the_same(entry: Entry, form: MoveForm, viewer: Viewer) -> bool:
    """Tell whether that entry is this very form, sent before."""
    if entry.verb != TABLE[form.move].verb or entry.by != viewer.person.pk:
        return False
    said = entry.facts.get("note") or entry.facts.get("reason") or ""
    return bool(said == (form.cleaned_data.get("note") or form.cleaned_data.get("reason") or ""))


def _back(request: HttpRequest, task: Task) -> HttpResponse:
    address = reverse("task", kwargs={"number": task.pk})
    if wants_fragment(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _asked(
    request: HttpRequest,
    viewer: Viewer,
    task: Task,
    form: MoveForm,
    *,
    news: list[Entry] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    row = ROWS[form.move]
    context = {
        "task": task,
        "form": form,
        "title": _(TABLE[form.move].label),
        "row": row,
        "hint": _(row.hint).format_map(named(task, today)),
        "news": told(news or [], today),
        # A form that was refused stays as old as it is; one that was overtaken has now seen what happened.
        "seen": news[-1].sequence if news else _seen(form, task),
        "alike": likenesses(task) if form.move is Move.CLOSE else (),
        "account": viewer.account.pk,
    }
    return page(request, "task/move.html", context, fragment="form", status=status)


def _seen(form: MoveForm, task: Task) -> int:
    seen = form.cleaned_data.get("seen") if form.is_bound else None
    return last_entry(task) if seen is None else int(seen)
