"""What somebody types about a draft, and about a whole deployment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.core.refusals import Refusal
from luoshi.edge.web.days import DayField
from luoshi.ground.organizations.models import Organization
from luoshi.plan.deployments.parties import meant

from .words import named, sentence

if TYPE_CHECKING:
    from luoshi.plan.deployments.models import Draft

NO_DAY = _("这不是完整的日期：请从日历里选，或写成 2026-06-30 的样子。")
SEPARATOR = "、"


class TermsForm(forms.Form):
    """The terms of one draft or several. Only what was posted counts as said; bounds are the action's matter."""

    title = forms.CharField(required=False, label=_("办什么"), widget=forms.Textarea(attrs={"rows": 3}))
    owners = forms.CharField(required=False, label=_("承办单位"))
    co_units = forms.CharField(required=False, label=_("配合单位"))
    deadline_on = DayField(required=False, label=_("时限"), error_messages={"invalid": NO_DAY})
    frequency = forms.CharField(required=False, label=_("频次"), max_length=60)
    standard = forms.CharField(required=False, label=_("完成标准"), widget=forms.Textarea(attrs={"rows": 2}))
    evidence_named = forms.CharField(required=False, label=_("佐证"))

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        organization: Organization,
        shown: Mapping[str, Any],
        number: int = 0,
    ) -> None:
        super().__init__(data, initial=dict(shown), auto_id=f"d{number}-%s")
        self.organization = organization

    def clean_owners(self) -> list[int] | None:
        """Return whom the words name; nothing where they are the ones that were shown."""
        return self._units("owners")

    def clean_co_units(self) -> list[int] | None:
        """Return who the words say helps."""
        return self._units("co_units")

    def clean_evidence_named(self) -> list[str]:
        """Return the kinds of proof between 、."""
        said = str(self.cleaned_data["evidence_named"]).replace("，", SEPARATOR)
        return list(dict.fromkeys(each.strip() for each in said.split(SEPARATOR) if each.strip()))

    def changes(self, only: Iterable[str] = ()) -> dict[str, Any]:
        """Return what was said, named as the action names it; raises nothing once the form is valid."""
        wanted = set(only) or set(self.fields)
        return {
            name: self.cleaned_data[name]
            for name in self.fields
            if name in wanted and name in self.data and self.cleaned_data[name] is not None
        } | ({"deadline_on": self.cleaned_data["deadline_on"]} if self._says_day(wanted) else {})

    def _says_day(self, wanted: set[str]) -> bool:
        return "deadline_on" in wanted and "deadline_on" in self.data

    def _units(self, field: str) -> list[int] | None:
        words = str(self.cleaned_data[field])
        if field in self.initial and words == self.initial[field]:
            return None
        try:
            return [each.pk for each in meant(self.organization, words)]
        except Refusal as refusal:
            raise forms.ValidationError(sentence(refusal)) from refusal


def shown_terms(draft: Draft, organizations: Mapping[int, Organization]) -> dict[str, Any]:
    """Return the terms of a draft as its form shows them."""
    return {
        "title": str(draft),
        "owners": named([organizations[each] for each in draft.owners]),
        "co_units": named([organizations[each] for each in draft.co_units]),
        "deadline_on": draft.deadline_on,
        "frequency": draft.frequency,
        "standard": draft.standard,
        "evidence_named": SEPARATOR.join(draft.evidence_named),
    }
