"""Backups for whoever keeps the system: make one, see what there is, take one away after a second thought."""

from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from luoshi.edge.ops.backups.shelf import Kept, all_kept, hand_out, passphrase, shelf
from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.pages import page
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.actions import start


@offices(Office.SYSTEM)
@require_http_methods(["GET", "HEAD", "POST"])
def backups(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say when the last backup was made and list them (GET), or begin one and lead to its progress (POST)."""
    if request.method == "POST":
        job = start("backup", by=viewer.person, at=timezone.now())
        return redirect("job", number=job.pk)
    kept = all_kept()
    days = (timezone.now() - kept[0].made_at).days if kept else None
    context = {"kept": kept, "days": days, "shelf": str(shelf()), "seals": bool(passphrase())}
    return page(request, "keeping/backups.html", context)


@offices(Office.SYSTEM)
@require_safe
def backup(request: HttpRequest, _viewer: Viewer, number: int) -> HttpResponse:
    """Say what is in a backup before it is taken away."""
    return page(request, "keeping/backup.html", {"each": _found(number)})


@offices(Office.SYSTEM)
@require_POST
def handover(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Hand a backup out to whoever has just shown again who they are, and record it."""

    @reauthentication_required  # type: ignore[untyped-decorator]  # allauth publishes no types
    def handed_out(_request: HttpRequest) -> Any:
        found = _found(number)
        assert found.path is not None  # noqa: S101  # it was just found
        hand_out(found, by=viewer.person.pk, at=timezone.now())
        return FileResponse(found.path.open("rb"), as_attachment=True, filename=found.name)

    return cast("HttpResponse", handed_out(request))


def _found(number: int) -> Kept:
    found = next((each for each in all_kept() if each.number == number and each.path is not None), None)
    if found is None:
        raise Http404
    return found
