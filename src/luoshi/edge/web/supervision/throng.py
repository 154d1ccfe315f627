"""Everything that the table shows at once: asked about here, and done by a job, because it takes a while."""

import secrets

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from luoshi.act.tasks.table import selected
from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.jobs.actions import start

from .deeds import Deed, shown_by

SHOWN, QUERY_LENGTH = 20, 1_000
SESSION = "asked_of_throng"


def is_meant(request: HttpRequest) -> bool:
    """Tell whether all that the table shows is meant, and not what was ticked."""
    return bool((request.POST if request.method == "POST" else request.GET).get("all"))


def answered(request: HttpRequest, viewer: Viewer, deed: Deed) -> HttpResponse:
    """Ask what is to be done with all of them (GET); leave it to a job, and lead to that (POST)."""
    posted = request.method == "POST"
    given = request.POST if posted else request.GET
    form, query = deed.form(request.POST if posted else None), given.get("back", "")[:QUERY_LENGTH]
    begun = request.session.get(SESSION)
    if posted and begun and begun["token"] == given.get("token"):
        return redirect("job", number=begun["job"])
    try:
        numbers = shown_by(query, viewer)
    except Refusal as refusal:
        form = form if form.is_bound else deed.form({})
        form.full_clean()
        form.errors.clear()
        form.add_error(None, sentence(refusal))
        return _form(request, viewer, deed, form, [], query)
    if not numbers or not form.is_valid():
        return _form(request, viewer, deed, form, numbers, query)
    said = {name: request.POST.get(name, "") for name in form.fields}
    wanted = {"tasks": numbers, "said": said, "language": get_language()}
    job = start(deed.job, by=viewer.person, at=timezone.now(), given=wanted)
    request.session[SESSION] = {"token": given.get("token"), "job": job.pk}
    return redirect("job", number=job.pk)


def _form(
    request: HttpRequest, viewer: Viewer, deed: Deed, form: forms.Form, numbers: list[int], query: str
) -> HttpResponse:
    told = {
        "name": _(deed.name),
        "form": form,
        "tasks": selected(numbers[:SHOWN], viewer.paths),
        "results": [],
        "throng": len(numbers),
        "token": secrets.token_urlsafe(9),
        "back": query,
    }
    return page(request, "supervision/many.html", told, status=422 if form.errors else 200)
