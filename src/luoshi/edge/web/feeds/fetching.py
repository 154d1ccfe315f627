"""What a calendar program is given for the secret it knows."""

from datetime import UTC, datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.edge.feeds.actions import digest_of, mark_read
from luoshi.edge.feeds.calendar import calendar
from luoshi.edge.feeds.dated import Dated, dated
from luoshi.edge.feeds.queries import feed_of
from luoshi.edge.web.access import everyone
from luoshi.ground.people.queries import held_by

# What is long over is no calendar's business any more; a year ahead is all that is known.
BEFORE, AHEAD = timedelta(days=60), timedelta(days=365)


@require_safe
@everyone
def calendar_file(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the calendar of whoever opened this feed; a revoked secret is answered like one that never was."""
    feed = feed_of(digest_of(secret))
    if feed is None:
        raise Http404
    today = localdate()
    mark_read(feed, on=today)
    held = held_by(feed.person, today)
    entries = dated(feed.person, held, today - BEFORE, today + AHEAD)

    def address(entry: Dated) -> str:
        return request.build_absolute_uri(reverse(entry.route, kwargs={"number": entry.number}))

    content = calendar(
        entries, titles=feed.titles, host=request.get_host(), at=datetime.now(UTC), address=address
    )
    headers = {"Cache-Control": "private, no-store", "Content-Disposition": 'inline; filename="luoshi.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
