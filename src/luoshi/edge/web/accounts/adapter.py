"""Tells allauth how accounts are kept here, and what it says."""

from datetime import UTC, datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from luoshi.core.refusals import N_
from luoshi.edge.web.access import recognize
from luoshi.edge.web.detours import came_lately_by_single_sign_on
from luoshi.edge.web.shell import rail
from luoshi.ground.accounts.actions import choose_password
from luoshi.ground.accounts.models import Account

from .waiting import minutes_to_wait

# What allauth tells by the name of a template; what is not here goes without saying.
SAID = {
    "account/messages/password_changed.txt": N_("密码已更换，别处的登录都已退出。"),
    "mfa/messages/totp_activated.txt": N_("动态口令已启用，下次登录时要输入。"),
    "mfa/messages/totp_deactivated.txt": N_("动态口令已停用。"),
    "mfa/messages/recovery_codes_generated.txt": N_("恢复码已生成，请妥善保存。"),
    "mfa/messages/webauthn_added.txt": N_("通行密钥已添加，下次可以用它登录。"),
    "mfa/messages/webauthn_removed.txt": N_("通行密钥已移除。"),
}
WAYS = {
    "reauthenticate": N_("改用密码"),
    "mfa_reauthenticate": N_("改用动态口令或恢复码"),
    "mfa_reauthenticate:webauthn": N_("改用通行密钥"),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Nobody registers themselves, a chosen password is an act in the ledger, and every sentence is ours."""

    error_messages = {  # noqa: RUF012  # allauth's own shape
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("现在的密码不对，请重新输入。"),
        "incorrect_code": _("验证码不对或已过期，请重新输入。"),
        "incorrect_password": _("密码不对，请重新输入。"),
        "username_password_mismatch": _("账号或密码不正确，请核对后再试。"),
        "rate_limited": _("一分钟内尝试的次数太多，请稍等再试。"),
        "too_many_login_attempts": _("登录失败次数过多，请过几分钟再试。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth's signature
        """Say no: accounts are opened by whoever keeps the system."""
        return False

    def set_password(self, user: Account, password: str) -> None:
        """Keep the password that its person chose."""
        kept = choose_password(user, password, by=user.person_id, at=datetime.now(UTC))
        user.password, user.temporary = kept.password, kept.temporary

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse whoever failed too often, and say how long to wait."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            minutes = minutes_to_wait(request, self._get_login_attempts_cache_key(request, **credentials))
            sentence = gettext("登录失败次数过多，请 %(minutes)d 分钟后再试。忘记密码可找系统管理员重置。")
            raise ValidationError(sentence % {"minutes": minutes}, code="too_many_login_attempts") from None

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the first page that the rail offers."""
        offered = rail(recognize(request))
        entries = [*offered["above"], *offered["below"]]
        return reverse(entries[0].route)

    def is_reauthentication_required(self, *, app: str, **rest: Any) -> bool:
        """Ask nobody again who has just come from the identity provider: they know no password of ours."""
        required = super().is_reauthentication_required(app=app, **rest)
        return bool(required and not came_lately_by_single_sign_on(self.request))

    def get_reauthentication_methods(self, user: Account) -> list[dict[str, Any]]:
        """Return allauth's ways to prove oneself again, called in our words."""
        ways = {way["id"]: way for way in super().get_reauthentication_methods(user)}
        return [{**way, "description": gettext_lazy(WAYS[name])} for name, way in ways.items()]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002  # allauth's signature
        extra_tags: str = "",  # noqa: ARG002  # as above
        message: str | None = None,
    ) -> None:
        """Say what happened, where it is worth saying."""
        said = message or (gettext(SAID[message_template]) if message_template in SAID else "")
        if said:
            messages.add_message(request, level, said)
