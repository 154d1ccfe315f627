"""The second factor: what its person sets up and removes is noted, whoever keeps accounts may clear it."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from ..models import Account
from ..refusals import NO_SECOND_FACTOR
from ..sessions import end_sessions
from .opening import fresh


@transaction.atomic
def note_second_factor(account: Account, *, kind: str, kept: bool, by: int | None, at: datetime) -> None:
    """Write down that a factor of that kind (totp, webauthn, recovery_codes) was set up, or removed."""
    verb = "account.second_factor_added" if kept else "account.second_factor_removed"
    append(account.chain, verb, by=by, at=at, facts={"account": account.username, "kind": kind})


@transaction.atomic
def remove_second_factors(account: Account, *, by: int | None, at: datetime) -> Account:
    """Clear one-time codes, passkeys and recovery codes, for somebody who lost them; end every session.

    Returns the account. Raises ``Refusal`` where there is none of them.
    """
    current = fresh(account)
    gone, _by_kind = Authenticator.objects.filter(user_id=current.pk).delete()
    if not gone:
        raise Refusal(NO_SECOND_FACTOR, name=current.person.name)
    end_sessions(current)
    facts = {"account": current.username, "kind": "all"}
    append(current.chain, "account.second_factor_removed", by=by, at=at, facts=facts)
    return current
