"""Large text: a choice of this browser, so that it holds before anybody signs in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from luoshi.edge.web.access import everyone

COOKIE, LARGE = "luoshi-text", "large"
YEAR_SECONDS = 365 * 24 * 60 * 60


def text_is_large(request: HttpRequest) -> bool:
    """Tell whether this browser asked for large text."""
    return request.COOKIES.get(COOKIE) == LARGE


@require_POST
@everyone
def text_size(request: HttpRequest) -> HttpResponse:
    """Keep the size that ``size`` names (large, or anything else for normal) and lead back to ``next``."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    # Only an address counts: redirect() would take a bare word for the name of a route.
    answer = redirect(wanted if safe and wanted.startswith("/") else reverse("home"))
    if request.POST.get("size") == LARGE:
        answer.set_cookie(
            COOKIE, LARGE, YEAR_SECONDS, secure=settings.LANGUAGE_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer
