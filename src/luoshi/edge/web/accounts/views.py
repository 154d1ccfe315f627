"""The page 我的: who I am here, what I hold, where I am signed in."""

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, signed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.shell import deeper
from luoshi.edge.web.text_size import text_is_large
from luoshi.ground.accounts.queries import has_second_factor
from luoshi.ground.people.queries import grants_from, grants_to, holdings_of

from .devices import device


@require_safe
@signed_in
def mine(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what everybody keeps of their own account."""
    person, today = viewer.person, localdate()
    current = request.session.session_key
    sessions = [
        {
            "number": each.pk,
            "device": device(each.user_agent),
            "since": each.created_at,
            "here": each.session_key == current,
        }
        for each in UserSession.objects.purge_and_list(viewer.account)
    ]
    context = {
        "viewer": viewer,
        "holdings": list(holdings_of(person, today)),
        "lent_to_me": list(grants_to(person, today)),
        "lent_by_me": list(grants_from(person, today)),
        "sessions": sessions,
        "others": len(sessions) - sum(each["here"] for each in sessions),
        "protected": has_second_factor(viewer.account),
        "large": text_is_large(request),
        "deeper": deeper(viewer),
    }
    return page(request, "account/mine.html", context)
