"""What is typed about notices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.edge.notices.stages import DEMAND_LENGTH


class DemandForm(forms.Form):
    """What the other side is told to do."""

    demand = forms.CharField(
        label=_("督办要求"),
        max_length=DEMAND_LENGTH,
        widget=forms.Textarea({"rows": 4}),
        error_messages={
            "required": _("督办要求还没有写：请写明要对方做什么。"),
            "max_length": _("督办要求超过 1000 字：请缩短。"),
        },
    )
