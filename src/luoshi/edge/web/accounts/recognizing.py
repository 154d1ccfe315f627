"""Who a session belongs to, asked by every request."""

from allauth.account.auth_backends import AuthenticationBackend

from luoshi.ground.accounts.models import Account
from luoshi.ground.accounts.queries import by_id


class Recognition(AuthenticationBackend):  # type: ignore[misc]  # allauth publishes no types
    """allauth's own, but for the account of a session, which is read by a statement written once."""

    def get_user(self, user_id: int) -> Account | None:
        """Return the account with its person; nothing where there is none any more, or it may not sign in."""
        account = by_id(user_id)
        return account if account is not None and self.user_can_authenticate(account) else None
