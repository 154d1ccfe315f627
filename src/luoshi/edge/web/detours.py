"""Where somebody must go first, before anything else opens."""

from collections.abc import Callable, Collection

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
    they prove themselves with is the identity provider's matter.
    """
    if by_single_sign_on(request, account):
        return None
    if account.temporary:
        return CHOOSE_PASSWORD
    if site_second_factor().binds(account.office, kinds) and not has_second_factor(account):
        return SET_UP_SECOND_FACTOR
    return None


def by_single_sign_on(request: HttpRequest, account: Account) -> bool:
    """Tell whether this session of the account began at the identity provider, as allauth recorded it."""
    records = get_authentication_records(request, account)
    return any(record.get("method") == "socialaccount" for record in records)
