"""The handover of a post: what passes on with it, on a page and as a workbook."""

from itertools import groupby
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.edge.exchange import workbooks
from luoshi.edge.exchange.handovers import pack
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.downloads import workbook
from luoshi.edge.web.pages import page
from luoshi.ground.people.queries import holders_of

from .finding import seen_post


@require_safe
@members
def handover(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show everything that passes on with the post, by heading."""
    post = seen_post(viewer, number)
    items = pack(post, localdate())
    context = {
        "post": post,
        "place": post.organization,
        "holders": holders_of(post, localdate()),
        "count": len(items),
        "headings": [(part, list(group)) for part, group in groupby(items, attrgetter("part"))],
    }
    return page(request, "people/handover.html", context)


@require_safe
@members
def handover_file(_request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Give the same as a workbook."""
    post = seen_post(viewer, number)
    name = f"{post.organization.name}{post.title}{workbooks.handover.SHEET}"
    return workbook(name, workbooks.handover.export(pack(post, localdate())))
