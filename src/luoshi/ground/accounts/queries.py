"""Reads of accounts."""

from typing import cast

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from luoshi.ground.people.models import Person
from luoshi.ground.statements import for_each_driver, run
from luoshi.ground.tables import StoredTable, apart

from .models import Account

_ACCOUNTS, _PEOPLE = StoredTable(Account), StoredTable(Person)
# Written by hand because every request of somebody signed in asks it.
_BY_ID = for_each_driver(
    """
SELECT {account}, {person} FROM accounts_account account JOIN people_person person ON person.id = account.person_id
WHERE account.id = %s
""",
    account=_ACCOUNTS.columns("account"),
    person=_PEOPLE.columns("person"),
)


def by_id(number: int) -> Account | None:
    """Return the account of that id with its person, or nothing."""
    row = run(_BY_ID, (number,)).fetchone()
    if row is None:
        return None
    account, person = apart(row, _ACCOUNTS, _PEOPLE)
    account.person = person
    return cast(Account, account)


def everybody() -> QuerySet[Account]:
    """Return all accounts by name, for whoever keeps the system."""
    return Account.objects.order_by("username")


def by_username(username: str) -> Account | None:
    """Return the account of that name, or nothing."""
    return Account.objects.filter(username=username).first()


def registered(words: str, *, after: str, limit: int) -> list[tuple[Person, Account | None]]:
    """Return up to ``limit`` people after that account name, each with the account where one was opened.

    ``words`` is a part of the name or the beginning of the account name; empty, it finds everybody.
    """
    found = Person.objects.filter(Q(name__icontains=words) | Q(account__istartswith=words), account__gt=after)
    people = list(found.order_by("account")[:limit])
    accounts = {each.person_id: each for each in Account.objects.filter(person__in=people)}
    return [(person, accounts.get(person.pk)) for person in people]


def of_person(number: int) -> tuple[Person, Account | None] | None:
    """Return the person of that id, with the account where one was opened; nothing for no such person."""
    person = Person.objects.filter(pk=number).first()
    if person is None:
        return None
    return person, Account.objects.filter(person=person).first()


def in_office() -> QuerySet[Account]:
    """Return the accounts that hold a system office, by office and name."""
    return Account.objects.exclude(office="").order_by("office", "username")


def has_second_factor(account: Account) -> bool:
    """Tell whether one-time codes or a passkey are set up; recovery codes alone are none."""
    recovery = Authenticator.Type.RECOVERY_CODES
    return bool(Authenticator.objects.filter(user_id=account.pk).exclude(type=recovery).exists())
