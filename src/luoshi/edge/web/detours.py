"""Where somebody must go first, before anything else opens."""

import time
from collections.abc import Callable, Collection

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest

from luoshi.edge.exchange.second_factor import site_second_factor
from luoshi.ground.accounts.models import Account
from luoshi.ground.accounts.queries import has_second_factor

CHOOSE_PASSWORD = "account_change_password"  # noqa: S105  # the name of a route
SET_UP_SECOND_FACTOR = "mfa_index"


def detour_for(request: HttpRequest, account: Account, kinds: Callable[[], Collection[str]]) -> str | None:
    """Return the route where this account must go first, or nothing; ``kinds`` gives the kinds of its posts.

    A temporary password is known to whoever handed it out, so its person chooses another one first. Whoever
    the policy binds sets up a second factor. Who comes by single sign-on knows no password of ours, and what
    they prove themselves with is the identity provider's matter, unless the policy says that it is ours too.
    """
    policy = site_second_factor()
    if by_single_sign_on(request, account):
        if not policy.single_sign_on:
            return None
    elif account.temporary:
        return CHOOSE_PASSWORD
    if policy.binds(account.office, kinds) and not has_second_factor(account):
        return SET_UP_SECOND_FACTOR
    return None


def by_single_sign_on(request: HttpRequest, account: Account) -> bool:
    """Tell whether this session of the account began at the identity provider, as allauth recorded it."""
    return bool(_arrivals(request, account))


def came_lately_by_single_sign_on(request: HttpRequest) -> bool:
    """Tell whether the identity provider vouched for them as lately as a password would have to be repeated."""
    if not request.user.is_authenticated:
        return False
    arrivals = _arrivals(request, request.user)
    return bool(arrivals) and time.time() - max(arrivals) < app_settings.REAUTHENTICATION_TIMEOUT


def _arrivals(request: HttpRequest, account: Account) -> list[float]:
    records = get_authentication_records(request, account)
    return [record["at"] for record in records if record.get("method") == "socialaccount"]
