"""A session that nobody uses ends."""

import time
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse

from .typed import led_back

SEEN = "seen"
# Written at most this often, because a session that is written at every request costs a write at every request.
EVERY_SECONDS = 60


class EndIdleSessions:
    """Signs out whoever did nothing for ``LUOSHI_IDLE_MINUTES``; the page they ask for then asks who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, after the session was ended, or its last use noted."""
        if SESSION_KEY in request.session:
            _watch(request, int(time.time()))
        answer = self.get_response(request)
        return led_back(request, answer) if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED else answer


def _watch(request: HttpRequest, now: int) -> None:
    idle = now - request.session.get(SEEN, now)
    if idle >= settings.LUOSHI_IDLE_MINUTES * 60:
        logout(request)
    elif SEEN not in request.session or idle >= EVERY_SECONDS:
        request.session[SEEN] = now
