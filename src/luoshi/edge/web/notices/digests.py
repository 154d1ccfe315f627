"""One's own digests, the newest first."""

from datetime import UTC, date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from luoshi.edge.notices.actions import mark_read
from luoshi.edge.notices.queries import digests_of, parts_of
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.reading.words import day
from luoshi.edge.web.words import due

PAGE = 10


@require_safe
@members
def digests(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show ten mornings, with the way to older ones."""
    found = digests_of(viewer.person, before=_before(request), limit=PAGE + 1)
    shown, today = found[:PAGE], localdate()
    context = {
        "digests": shown,
        "news": parts_of(shown, viewer.paths, viewer.posts),
        "unread": any(each.read_at is None for each in shown),
        "older": shown[-1].day.isoformat() if len(found) > PAGE else None,
        "day": lambda on: day(on, today),
        "due": lambda on: due(on, today),
    }
    return page(request, "notices/digests.html", context)


@require_POST
@members
def reading_of_all(_request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Mark all as read."""
    mark_read(viewer.person, at=datetime.now(UTC))
    return redirect("notices")


def _before(request: HttpRequest) -> date | None:
    said = request.GET.get("before")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise Http404 from None
