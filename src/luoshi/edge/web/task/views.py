"""The page of one task, and its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from luoshi.act.tasks.details import evidence_of
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.downloads import kept_file
from luoshi.edge.web.moments import short_day
from luoshi.edge.web.pages import page

from .finding import on_task
from .scene import scene

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@require_safe
@members
@on_task
def task_page(request: HttpRequest, viewer: Viewer, task: Task) -> HttpResponse:
    """Show the task."""
    shown = scene(task, viewer, timezone.localdate())
    return page(
        request,
        "task/task.html",
        {"scene": shown, "task": task, "account": viewer.account.pk, "date_of": short_day},
    )


@require_safe
@members
@on_task
def evidence(_request: HttpRequest, _viewer: Viewer, task: Task, evidence: int) -> HttpResponse:
    """Hand out the file of a piece of evidence: to be saved, never to be shown by the browser."""
    found = evidence_of(task, evidence)
    attachment = getattr(found, "attachment", None)
    if attachment is None:
        raise Http404
    return kept_file(attachment.name, attachment.digest, attachment.media)
