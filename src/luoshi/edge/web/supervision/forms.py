"""What is asked once for all ticked tasks, whatever is done with them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.edge.web.choosing import OrganizationField
from luoshi.edge.web.days import DayField

SAID_LENGTH = 2_000


def _said(label: Any, *, required: bool) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=SAID_LENGTH, required=required, widget=box)


def _day(label: Any, *, required: bool) -> forms.DateField:
    return DayField(label=label, required=required)


class UrgingForm(forms.Form):
    """A word to whoever has the tasks in hand."""

    note = _said(_("附言（可不填）"), required=False)


class TransferForm(forms.Form):
    """To whom, and why."""

    owner = OrganizationField(label=_("转给哪个单位"))
    reason = _said(_("理由"), required=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        owner = self.fields["owner"]
        if isinstance(owner, OrganizationField):
            # Tasks are given to units anywhere; whoever is beyond reach must be named in full.
            owner.paths = None


class ExtensionRequestForm(forms.Form):
    """Until when, and why."""

    deadline_on = _day(_("延到哪一天"), required=True)
    reason = _said(_("理由"), required=True)


class ExtensionForm(forms.Form):
    """Another day than the one that was asked for, where it shall be another."""

    deadline_on = _day(_("准予延到（不填就照申请的日期）"), required=False)
