"""Where an account is signed in. What lists a browser's session also ends it."""

from allauth.usersessions.models import UserSession

from .models import Account


def end_sessions(account: Account) -> None:
    """End every session of the account, on every device."""
    for session in UserSession.objects.filter(user_id=account.pk):
        session.end()
