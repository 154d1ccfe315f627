"""Ending one's own sessions on other devices."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from luoshi.edge.web.access import Viewer, signed_in


@require_POST
@signed_in
def end_session(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """End one session of one's own; anybody else's does not exist."""
    session = UserSession.objects.filter(user_id=viewer.account.pk, pk=number).first()
    if session is None:
        raise Http404
    if session.session_key == request.session.session_key:
        return redirect("account_logout")
    session.end()
    messages.success(request, _("那台设备已退出登录。"))
    return redirect("account")


@require_POST
@signed_in
def end_other_sessions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """End every session of one's own but this one."""
    others = UserSession.objects.filter(user_id=viewer.account.pk)
    for session in others.exclude(session_key=request.session.session_key):
        session.end()
    messages.success(request, _("其他设备都已退出登录，只留这一台。"))
    return redirect("account")
