"""The desk: what its viewer must do now."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, signed_in
from luoshi.edge.web.pages import page


@require_safe
@signed_in
def desk(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """Show the desk of whoever signed in."""
    return page(request, "desk/desk.html")
