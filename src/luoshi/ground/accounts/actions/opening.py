"""An account is opened for a person, closed, and opened again."""

from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..models import Account
from ..refusals import CLOSED_ALREADY, NOT_CLOSED, OPEN_ALREADY, OWN_ACCOUNT
from ..sessions import end_sessions
from .passwords import temporary_password


@transaction.atomic
def open_account(
    person: Person, *, by: int | None, at: datetime, password: str | None = None
) -> tuple[Account, str]:
    """Open an account and return it with its temporary password, the one given or a new one.

    Raises ``Refusal`` for a person who has one.
    """
    known = Account.objects.filter(person=person).first()
    if known is not None:
        raise Refusal(OPEN_ALREADY, name=person.name, account=known.username)
    word = password or temporary_password()
    account = Account(username=person.account, person=person, opened_at=at)
    account.set_password(word)
    account.save()
    append(account.chain, "account.opened", by=by, at=at, facts={"account": account.username})
    return account, word


@transaction.atomic
def close_account(account: Account, *, by: int | None, at: datetime) -> Account:
    """Let nobody sign in with it any more, end its sessions, and return it.

    Raises ``Refusal`` when it is closed, and for one's own: nobody would be left to open it again.
    """
    if account.person_id == by:
        raise Refusal(OWN_ACCOUNT, name=account.person.name)
    end_sessions(account)
    return _switch(account, by=by, at=at, active=False)


@transaction.atomic
def reopen_account(account: Account, *, by: int | None, at: datetime) -> Account:
    """Let its person sign in again; return it. Raises ``Refusal`` when it is open."""
    return _switch(account, by=by, at=at, active=True)


def _switch(account: Account, *, by: int | None, at: datetime, active: bool) -> Account:
    current = fresh(account)
    if current.is_active == active:
        raise Refusal(NOT_CLOSED if active else CLOSED_ALREADY, name=current.person.name)
    current.is_active = active
    current.save(update_fields=["is_active"])
    verb = "account.reopened" if active else "account.closed"
    append(current.chain, verb, by=by, at=at, facts={"account": current.username})
    return current


def fresh(account: Account) -> Account:
    """Return the account as it stands now, locked."""
    return Account.objects.select_for_update(of=("self",)).get(pk=account.pk)
