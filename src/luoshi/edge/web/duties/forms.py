"""What several pages of duties ask for: a reason, and a task that is given at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.act.tasks.lengths import TITLE_LENGTH, WORDS
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.lifecycle import Situation
from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.choosing import OrganizationField
from luoshi.edge.web.days import DayField
from luoshi.ground.organizations.models import Organization


class WhyForm(ActForm):
    """One reason, asked for as ``label`` says; without one the rule that demands it refuses."""

    why = forms.CharField(
        label=_("理由"), max_length=WORDS, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, label: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["why"].label = label


class GivenForm(ActForm):
    """A task that is dispatched at once: what, to whom, until when, to what standard."""

    title = forms.CharField(label=_("办什么"), max_length=TITLE_LENGTH)
    owner = OrganizationField(label=_("承办单位"), help_text=_("全称、简称、代码或拼音首字母"))
    deadline_on = DayField(label=_("时限"), help_text=_("须是工作日"))
    standard = forms.CharField(
        label=_("完成标准"),
        max_length=WORDS,
        help_text=_("做到什么程度、凭什么算完成"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def proposal(self, origin: Origin, issuer: Organization) -> Proposal:
        """Return the task that was typed, as it is proposed in the name of its issuer."""
        typed = self.cleaned_data
        terms = Situation(standard=typed["standard"], deadline_on=typed["deadline_on"])
        return Proposal(typed["title"], typed["title"], origin, issuer, owner=typed["owner"], terms=terms)
