"""What the system administrator does with an account; each act is an address of its own below the account's."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.refusing import sentence
from luoshi.ground.accounts.actions import (
    close_account,
    open_account,
    remove_second_factors,
    reopen_account,
    reset_password,
)
from luoshi.ground.accounts.models import Account, Office

from .accounts import found, shown

UNPROCESSABLE = 422

ACTS: dict[str, tuple[Callable[..., object], str]] = {
    "closure": (close_account, N_("“%(name)s”的账号已停用，所有设备上的登录都已退出。")),
    "reopening": (reopen_account, N_("“%(name)s”的账号已重新启用，可以用原来的密码登录。")),
    "unprotection": (
        remove_second_factors,
        N_("“%(name)s”的第二重验证已清除，所有登录都已退出；下次登录后须重新启用。"),
    ),
}


@require_POST
@offices(Office.SYSTEM)
def opening(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Open an account for the person, and show its temporary password this once.

    The answer is the page itself: a redirect would have to keep the password somewhere in between.
    """
    person, _account = found(number)
    try:
        _opened, password = open_account(person, by=viewer.person.pk, at=datetime.now(UTC))
    except Refusal as refusal:
        return shown(request, number, refused=sentence(refusal), status=UNPROCESSABLE)
    return shown(request, number, password=password)


@require_POST
@offices(Office.SYSTEM)
def password(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Replace the password by a temporary one, and show that this once, as above."""
    word = reset_password(_account(number), by=viewer.person.pk, at=datetime.now(UTC))
    return shown(request, number, password=word)


@require_POST
@offices(Office.SYSTEM)
def act(request: HttpRequest, viewer: Viewer, number: int, name: str) -> HttpResponse:
    """Do the act of that name and lead back to the account, which says what happened."""
    done, said = ACTS[name]
    account = _account(number)
    try:
        done(account, by=viewer.person.pk, at=datetime.now(UTC))
    except Refusal as refusal:
        return shown(request, number, refused=sentence(refusal), status=UNPROCESSABLE)
    messages.success(request, gettext(said) % {"name": account.person.name})
    return redirect("system_account", number=number)


def _account(number: int) -> Account:
    _person, account = found(number)
    if account is None:
        raise Http404
    return account
