"""Browsers and clients of people who have signed in."""

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from luoshi.ground.accounts.actions import choose_password, give_office, open_account
from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import by_username, has_second_factor
from luoshi.ground.people.models import Person

from .ground import AT

PASSWORD = "海州-只有自己知道-42"  # noqa: S105  # tests sign in with it


def let_in(person: Person, office: Office | None = None) -> None:
    """Open an account with ``PASSWORD`` for the person, who has changed it already; again changes nothing."""
    if by_username(person.account) is not None:
        return
    account, _temporary = open_account(person, by=None, at=AT)
    choose_password(account, PASSWORD, by=person.pk, at=AT)
    if office is not None:
        give_office(account, office=office, by=None, at=AT)


def client_of(person: Person, office: Office | None = None, **options: bool) -> Client:
    """Return a client that is signed in as the person, whose account is opened where it is not.

    The account has a second factor, so that nobody is led astray to set one up.
    """
    let_in(person, office)
    client = Client(**options)  # type: ignore[arg-type]  # whatever a client takes
    account = by_username(person.account)
    assert account is not None
    if not has_second_factor(account):
        TOTP.activate(account, generate_totp_secret())
    client.force_login(account)
    return client
