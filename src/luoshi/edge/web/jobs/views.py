"""Answers about jobs. A job exists for whoever asked for it, and for nobody else."""

from collections.abc import Callable
from typing import Any, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, signed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.actions import cancel, start_again
from luoshi.ground.jobs.models import Job
from luoshi.ground.jobs.queries import (
    counted_lines,
    everybodys,
    find,
    made_by,
    of_person,
    refused_lines,
)

from .shown import outline, whole

UNPROCESSABLE = 422


@signed_in
@require_safe
def jobs(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List one's own jobs; whoever keeps the system sees of all others that they exist."""
    mine = [whole(each) for each in of_person(viewer.person)]
    others = everybodys() if viewer.office == Office.SYSTEM else ()
    context = {
        "mine": mine,
        "others": [outline(each) for each in others if each.by_id != viewer.person.pk],
        "keeps_system": viewer.office == Office.SYSTEM,
    }
    return page(request, "jobs/jobs.html", context)


@signed_in
@require_safe
def job(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show how far a job is; the page asks again each second until it is over."""
    return page(request, "jobs/job.html", _told(_own(viewer, number)), fragment="standing")


@signed_in
@require_safe
def file(_request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Hand out what the job made."""
    found = _own(viewer, number)
    made = made_by(found)
    if made is None:
        raise Http404
    answer = FileResponse(made.open("rb"), as_attachment=True, filename=found.file)
    return cast("HttpResponse", answer)  # a stream is no HttpResponse to the type checker, only to Django


@signed_in
@require_POST
def cancellation(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Cancel a job."""
    return _change(request, viewer, number, cancel)


@signed_in
@require_POST
def renewal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Start a job again that ended without its result."""
    return _change(request, viewer, number, start_again)


def _change(request: HttpRequest, viewer: Viewer, number: int, act: Callable[..., Job]) -> HttpResponse:
    try:
        act(_own(viewer, number), by=viewer.person, at=timezone.now())
    except Refusal as refusal:
        context = _told(_own(viewer, number), sentence(refusal))
        return page(request, "jobs/job.html", context, status=UNPROCESSABLE)
    return redirect("job", number=number)


def _told(found: Job, refusal: str = "") -> dict[str, Any]:
    """Return what the page of one job shows; what was refused is listed as far as somebody would read it."""
    _done, refused = counted_lines(found)
    listed = [(each.thing, each.name, sentence(each)) for each in refused_lines(found)] if refused else []
    return {"shown": whole(found), "refusal": refusal, "refused": refused, "listed": listed}


def _own(viewer: Viewer, number: int) -> Job:
    found = find(number)
    if found is None or found.by_id != viewer.person.pk:
        raise Http404
    return found
