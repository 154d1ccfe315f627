"""Passwords: chosen by whoever signs in, reset by whoever keeps the accounts."""

import secrets
from datetime import datetime

from django.db import transaction

from luoshi.ground.ledger.actions import append

from ..models import Account

# Read over a telephone and typed once: no letters that look like figures.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, SIZE = 3, 4


def temporary_password() -> str:
    """Return a new one: three groups of four letters and figures, about 59 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _letter in range(SIZE)) for _group in range(GROUPS))


@transaction.atomic
def reset_password(account: Account, *, by: int | None, at: datetime) -> str:
    """Give the account a new temporary password and return it; every session of it ends."""
    current = Account.objects.select_for_update(of=("self",)).get(pk=account.pk)
    word = temporary_password()
    current.set_password(word)
    current.temporary = True
    current.save(update_fields=["password", "temporary"])
    append(current.chain, "account.password_replaced", by=by, at=at, facts={"account": current.username})
    return word


@transaction.atomic
def choose_password(account: Account, password: str, *, by: int | None, at: datetime) -> Account:
    """Keep the password that its person chose, which a form has found good enough; return the account."""
    current = Account.objects.select_for_update(of=("self",)).get(pk=account.pk)
    current.set_password(password)
    current.temporary = False
    current.save(update_fields=["password", "temporary"])
    append(current.chain, "account.password_changed", by=by, at=at, facts={"account": current.username})
    return current
