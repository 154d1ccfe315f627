"""Accounts, for the system administrator: found, opened, closed, given new passwords."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.pages import page
from luoshi.ground.accounts.models import Account, Office
from luoshi.ground.accounts.queries import has_second_factor, of_person, registered
from luoshi.ground.people.models import Person

ROWS = 50
LONGEST = 60


@require_safe
@offices(Office.SYSTEM)
def accounts(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """List registered people with their accounts; ``q`` searches, ``after`` turns the page."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    rows = registered(words, after=request.GET.get("after", ""), limit=ROWS + 1)
    more = rows[ROWS - 1][0].account if len(rows) > ROWS else ""
    return page(request, "offices/accounts.html", {"rows": rows[:ROWS], "words": words, "more": more})


@require_safe
@offices(Office.SYSTEM)
def account(request: HttpRequest, _viewer: Viewer, number: int) -> HttpResponse:
    """Show one person's account and what can be done with it."""
    return shown(request, number)


def found(number: int) -> tuple[Person, Account | None]:
    """Return the person of that id with the account, if one was opened. Raises ``Http404`` for nobody."""
    known = of_person(number)
    if known is None:
        raise Http404
    return known


def shown(
    request: HttpRequest, number: int, *, refused: str = "", password: str = "", status: int = 200
) -> HttpResponse:
    """Return the page of one account, with why an act was refused, or the new password to hand over."""
    person, account = found(number)
    context = {
        "person": person,
        "account": account,
        "protected": account is not None and has_second_factor(account),
        "refused": refused,
        "password": password,
    }
    answer = page(request, "offices/account.html", context, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
