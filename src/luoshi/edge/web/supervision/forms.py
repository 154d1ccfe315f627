"""What is asked once for all ticked tasks, whatever is done with them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.ground.organizations.models import Organization

from .naming import named

SAID_LENGTH = 2_000


def _said(label: Any, *, required: bool) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=SAID_LENGTH, required=required, widget=box)


def _day(label: Any, *, required: bool) -> forms.DateField:
    box = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=box)


class UrgingForm(forms.Form):
    """A word to whoever has the tasks in hand."""

    note = _said(_("附言（可不填）"), required=False)


class TransferForm(forms.Form):
    """To whom, and why."""

    owner = forms.CharField(label=_("转给哪个单位"), max_length=160)
    reason = _said(_("理由"), required=True)

    def clean_owner(self) -> Organization:
        """Return the organization of that name."""
        found = named(self.cleaned_data["owner"], None)
        if found.organization is None:
            raise forms.ValidationError(found.complaint)
        return found.organization


class ExtensionRequestForm(forms.Form):
    """Until when, and why."""

    deadline_on = _day(_("延到哪一天"), required=True)
    reason = _said(_("理由"), required=True)


class ExtensionForm(forms.Form):
    """Another day than the one that was asked for, where it shall be another."""

    deadline_on = _day(_("准予延到（不填就照申请的日期）"), required=False)
