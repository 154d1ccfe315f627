"""Tells allauth how accounts are kept here."""

from datetime import UTC, datetime

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from luoshi.ground.accounts.actions import choose_password
from luoshi.ground.accounts.models import Account


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Nobody registers themselves, and a chosen password is an act in the ledger."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth's signature
        """Say no: accounts are opened by whoever keeps the system."""
        return False

    def set_password(self, user: Account, password: str) -> None:
        """Keep the password that its person chose."""
        kept = choose_password(user, password, by=user.person_id, at=datetime.now(UTC))
        user.password, user.temporary = kept.password, kept.temporary
