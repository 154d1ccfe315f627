"""The pages that belong to no room."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from luoshi.edge.web.pages import page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what Luoshi is for."""
    return page(request, "home.html")
