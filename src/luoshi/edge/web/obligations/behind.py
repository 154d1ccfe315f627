"""The list behind a figure: its length is the figure."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.core.rules import Status
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.organizations.finding import seen
from luoshi.edge.web.owing_lines import lines
from luoshi.edge.web.pages import page
from luoshi.edge.web.standing_words import mark
from luoshi.ground.organizations.paths import LENGTH
from luoshi.plan.obligations.queries import ORDER, Figure, behind

from .heat import year_asked

PAGE = 50
MONTHS = 12


@require_safe
@members
def obligations_behind(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what is due in one month at and below an organization, of one status; missed ones where none is named."""
    at, month = _number(request, "at"), _number(request, "month")
    today = localdate()
    if not 1 <= month <= MONTHS:
        raise Http404
    root = seen(viewer, at)
    year = year_asked(request, today)
    after = request.GET.get("after", "")[:LENGTH]
    named = request.GET.get("status", "")
    chosen = Status(named) if named in set(Status) else None
    own = request.GET.get("only") == "1"
    figure = Figure([root.path], year, month, chosen, own)
    found = behind(figure, today, after=after, limit=PAGE)
    context = {
        "root": root,
        "year": year,
        "month": month,
        "tabs": [(each, mark(each), found.counts[each]) for each in ORDER],
        "chosen": found.status,
        "lines": lines(found.found, today, viewer.keeps),
        "count": found.counts[found.status],
        "after": after,
        "only": "&only=1" if own else "",
        "following": found.following,
    }
    return page(request, "obligations/behind.html", context)


def _number(request: HttpRequest, name: str) -> int:
    said = request.GET.get(name, "")
    if not (said.isascii() and said.isdigit() and len(said) < 19):
        raise Http404
    return int(said)
