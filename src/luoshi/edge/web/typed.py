"""What somebody typed while their session ended: kept sealed until they have signed in again, then given back once.

Every form says whose words it holds, because ``csrf_input`` says so; so this is true of all forms, with and without
a script.
"""

import json
import time
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString

from luoshi.ground import sealing

TYPED, PURPOSE = "typed", "typed words"
# More than any form here takes but a whole document, less than would be worth sending us for nothing.
MOST = 256 * 2**10
# Whoever comes back later than this has gone on to something else.
SECONDS = 3600
# Under this name a form says whose words they are, so that nobody else is given them.
AUTHOR = "author"
# What is no word of theirs, or must never be kept.
LEFT_OUT = frozenset({"csrfmiddlewaretoken", AUTHOR})
SECRET = "password"  # noqa: S105  # the name of fields, not one


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: where it was sent, on which page its form stood, by which account, when, every field's values."""

    action: str
    page: str
    author: str
    at: float
    said: dict[str, list[str]]


def signed_input(request: HttpRequest) -> dict[str, object]:
    """Return what every form holds: the token, and whose form it is; for each template, whose renderer asks for it."""
    return {"csrf_input": SimpleLazyObject(lambda: _input(request))}


def _input(request: HttpRequest) -> SafeString:
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return csrf_input(request)
    hidden = format_html('<input type="hidden" name="{}" value="{}">', AUTHOR, viewer.account.pk)
    return csrf_input(request) + hidden


def keep_typed(request: HttpRequest) -> None:
    """Keep what is posted where a session was and has ended; files cannot be kept."""
    author = request.POST.get(AUTHOR, "") if request.method == "POST" else ""
    if not author or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return
    said = {name: values for name, values in request.POST.lists() if _is_kept(name)}
    if sum(len(value) for values in said.values() for value in values) > MOST:
        said = {}
    typed = Typed(request.path, page_of(request), author, time.time(), said)
    try:
        sealed = sealing.seal(PURPOSE, "", json.dumps(asdict(typed)))
    except FileNotFoundError:
        return
    request.session[TYPED] = b64encode(sealed).decode()


def _is_kept(name: str) -> bool:
    return name not in LEFT_OUT and SECRET not in name


def page_of(request: HttpRequest) -> str:
    """Return the address of our page that somebody looks at: where the form stood that is posted, else what is asked for."""
    if request.method != "POST":
        return request.get_full_path()
    told = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(told, {request.get_host()}, request.is_secure()):
        return request.get_full_path()
    parts = urlsplit(told)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def kept_typed(request: HttpRequest) -> Typed | None:
    """Return what the account that is signed in typed before it had to sign in; what is somebody else's is forgotten."""
    sealed = request.session.get(TYPED)
    if sealed is None:
        return None
    try:
        typed = Typed(**json.loads(sealing.unseal(PURPOSE, "", b64decode(sealed))))
    except (FileNotFoundError, sealing.Unopenable):
        typed = None
    if typed is None or typed.author != str(get_user(request).pk) or time.time() - typed.at > SECONDS:
        forget_typed(request)
        return None
    return typed


def forget_typed(request: HttpRequest) -> None:
    """Give nothing back a second time."""
    request.session.pop(TYPED, None)


def led_back(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Lead whoever comes from signing in to the page with the form, where it is sent to an address without a page."""
    if request.method == "GET" and request.user.is_authenticated:
        typed = kept_typed(request)
        if typed is not None and typed.action == request.path != typed.page.partition("?")[0]:
            return redirect(typed.page)
    return answer
