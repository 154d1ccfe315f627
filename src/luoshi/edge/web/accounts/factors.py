"""Tells allauth how second factors are kept here, and writes them into the ledger."""

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from luoshi.ground import sealing
from luoshi.ground.accounts.actions import note_second_factor
from luoshi.ground.accounts.models import Account

PURPOSE = "second factors"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Says things in our words."""

    error_messages = {  # noqa: RUF012  # allauth's own shape
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("验证码不对或已过期，请重新输入。"),
        "cannot_generate_recovery_codes": _(
            "还没有启用动态口令或通行密钥，不能生成恢复码：请先启用其中一种。"
        ),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is stored."""
        return b64encode(sealing.seal(PURPOSE, "", text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret that is needed. Raises ``Unopenable`` for what another key has sealed."""
        return sealing.unseal(PURPOSE, "", b64decode(encrypted_text))

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:  # noqa: A002  # allauth's name
        """Return what a new passkey is called until its person says otherwise."""
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("通行密钥 %(number)d") % {"number": known + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return what the browser shows as the site that a passkey belongs to."""
        return {**super().get_public_key_credential_rp_entity(), "name": gettext("落实")}


def keep_in_ledger() -> None:
    """From now on, write into the ledger what people set up, renew and remove."""
    for signal, kept in (
        (authenticator_added, True),
        (authenticator_reset, True),
        (authenticator_removed, False),
    ):
        signal.connect(_noting(kept=kept), weak=False, dispatch_uid=f"ledger {kept} {id(signal)}")


def _noting(*, kept: bool) -> Any:
    def note(user: Account, authenticator: Authenticator, **_rest: Any) -> None:
        kind = str(authenticator.type)
        note_second_factor(user, kind=kind, kept=kept, by=user.person_id, at=datetime.now(UTC))

    return note
