"""The notice of supervision for a task: said what is demanded, issued, taken away as a Word document."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from luoshi.act.tasks.queries import find
from luoshi.act.tasks.selection import IN_HAND
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.supervision_notice import document_number, supervision_notice
from luoshi.edge.notices.actions import issue
from luoshi.edge.notices.issuing_terms import SUGGESTED, reply_day, supervised
from luoshi.edge.notices.queries import issuing_hat, newest_notice
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.downloads import document
from luoshi.edge.web.pages import page
from luoshi.edge.web.reading.words import day
from luoshi.edge.web.refusing import sentence

from .forms import DemandForm

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@require_http_methods(["GET", "HEAD", "POST"])
@members
def supervision(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show what would be issued and what was; issue it."""
    task, today = _task(viewer, number), localdate()
    form = DemandForm(request.POST or None, initial={"demand": SUGGESTED})
    if request.method == "POST" and form.is_valid():
        demand = form.cleaned_data["demand"]
        try:
            issued = issue(
                task, demand=demand, reply_by_on=reply_day(today), by=viewer.person, at=datetime.now(UTC)
            )
        except Refusal as refusal:
            form.add_error("demand", sentence(refusal))
        else:
            named = {"number": document_number(supervised(task, issued, today))}
            messages.success(request, _("已编号为“%(number)s”，请下载后盖章送达。") % named)
            return redirect("supervision_notice", number=task.pk)
    issued_before = newest_notice(task)
    context = {
        "task": task,
        "form": form,
        "said": supervised(task, issued_before, today),
        "number": document_number(supervised(task, issued_before, today)) if issued_before else None,
        "in_hand": task.state in IN_HAND,
        "reply_by": day(reply_day(today), today),
        "due": day(task.deadline_on, today) if task.deadline_on else None,
    }
    return page(request, "notices/supervision.html", context, status=422 if form.errors else 200)


@require_safe
@members
def supervision_file(_request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Give the last notice that was issued, or a draft without a number."""
    task = _task(viewer, number)
    content = supervision_notice(supervised(task, newest_notice(task), localdate()))
    return document(f"督办通知单-{task.pk}", content)


def _task(viewer: Viewer, number: int) -> Task:
    """Return the task for whoever may issue its notices; for everybody else there is no such page."""
    task = find(number)
    if task is None or not issuing_hat(task, viewer.person, localdate())[0]:
        raise Http404
    return task
