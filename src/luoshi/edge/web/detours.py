"""Where somebody must go first, before anything else opens."""

from luoshi.ground.accounts.models import Account

CHOOSE_PASSWORD = "account_change_password"  # noqa: S105  # the name of a route


def detour_for(account: Account) -> str | None:
    """Return the route where this account must go first, or nothing.

    A temporary password is known to whoever handed it out, so its person chooses another one first.
    """
    return CHOOSE_PASSWORD if account.temporary else None
