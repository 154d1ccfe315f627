"""What the security administrator fills in."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import by_username


class OfficeForm(forms.Form):
    """Who gets which office; adds the account itself as ``holder``."""

    account = forms.CharField(
        max_length=60,
        error_messages={
            "required": gettext_lazy("请填账号。"),
            "max_length": gettext_lazy("账号最多 60 个字。"),
        },
    )
    office = forms.ChoiceField(
        choices=Office.choices, error_messages={"required": gettext_lazy("请选一个系统岗位。")}
    )

    def clean(self) -> dict[str, Any]:
        """Find the account."""
        cleaned = self.cleaned_data
        holder = by_username(cleaned.get("account", ""))
        if holder is not None:
            cleaned["holder"] = holder
        elif "account" in cleaned:
            self.add_error("account", _("没有这个账号：请核对，或先请系统管理员开通。"))
        return cleaned
