"""What is done with many ticked tasks at once. Each is moved by itself: what one refuses keeps no other back."""

import secrets
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from luoshi.act.tasks.table import selected
from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence

from . import throng
from .asked import place
from .deeds import EXTENSION, REQUEST, TRANSFER, URGING, Deed

TICKED = 200
SESSION = "done_with_many"


def _view(deed: Deed) -> Callable[..., HttpResponse]:
    @require_http_methods(["GET", "HEAD", "POST"])
    @members
    def shown(request: HttpRequest, viewer: Viewer) -> HttpResponse:
        if throng.is_meant(request):
            return throng.answered(request, viewer, deed)
        return _posted(request, viewer, deed) if request.method == "POST" else _asked(request, viewer, deed)

    return shown


urging, transfer, extension_request, extension = map(_view, (URGING, TRANSFER, REQUEST, EXTENSION))


@require_safe
@members
def outcome(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """Tell once more what came of the last thing done with many."""
    told = request.session.get(SESSION)
    if told is None:
        raise Http404
    return page(request, "supervision/outcome.html", told)


def _asked(request: HttpRequest, viewer: Viewer, deed: Deed) -> HttpResponse:
    tasks = selected(_numbers(request.GET.getlist("task")), viewer.paths)
    return _form(request, deed, deed.form(), tasks, back=request.GET.get("back", ""))


def _posted(request: HttpRequest, viewer: Viewer, deed: Deed) -> HttpResponse:
    token, told = request.POST.get("token", ""), request.session.get(SESSION)
    if told and told["token"] == token:
        # Sent twice: what was done is told, and nothing is done again.
        return redirect("tasks_outcome")
    back = request.POST.get("back", "")
    tasks, form = selected(_numbers(request.POST.getlist("task")), viewer.paths), deed.form(request.POST)
    if not tasks or not form.is_valid():
        return _form(request, deed, form, tasks, back=back, status=422)
    results = [_result(deed, task, viewer, form.cleaned_data) for task in tasks]
    request.session[SESSION] = {"token": token, "name": _(deed.name), "back": _safe(back), "results": results}
    refused = {result["id"] for result in results if result["refused"]}
    if not refused:
        return redirect("tasks_outcome")
    left = [task for task in tasks if task.pk in refused]
    return _form(request, deed, form, left, back=back, results=results, status=422)


def _result(deed: Deed, task: Any, viewer: Viewer, said: dict[str, Any]) -> dict[str, Any]:
    try:
        deed.act(task, by=viewer.person, at=timezone.now(), **said)
    except Refusal as refusal:
        return {"id": task.pk, "title": task.title, "said": sentence(refusal), "refused": True}
    return {"id": task.pk, "title": task.title, "said": _(deed.done), "refused": False}


def _form(
    request: HttpRequest,
    deed: Deed,
    form: forms.Form,
    tasks: list[Any],
    *,
    back: str,
    results: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    told = {
        "name": _(deed.name),
        "form": form,
        "tasks": tasks,
        "results": results or [],
        "throng": None,
        "token": secrets.token_urlsafe(9),
        "back": _safe(back),
    }
    return page(request, "supervision/many.html", told, status=status)


def _numbers(texts: list[str]) -> list[int]:
    found = [place(f".{text}") for text in texts[:TICKED]]
    return [each.number for each in found if each is not None]


def _safe(back: str) -> str:
    """Return what stood in the table's address, which leads nowhere but back to the table."""
    return back[:1_000]
