"""What is typed for a local rule: chosen in a form, or as text; and what its publication asks."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from luoshi.core.rules import KIND_LABELS, Count, Rule
from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.days import DayField
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.plan.obligations.authority import BOUND
from luoshi.plan.obligations.lengths import TITLE_LENGTH, WHY_LENGTH
from luoshi.plan.obligations.wording import PERS, Choice, Per

MOST_TIMES, MOST_MEMBERS = 28, 1000
NO_NUMBER = _("“%(label)s”要填整数。")
# Nobody lays down for work committees from below; offices owe nothing by rules.
BINDABLE = [choice for choice in OrganizationKind.choices if choice[0] not in {"work_committee", "office"}]


class ChoiceForm(ActForm):
    """How often what, for whom, on what basis."""

    organization = forms.ChoiceField(label=_("哪个组织的规定"), help_text=_("约束它自己和所有下级。"))
    what = forms.ChoiceField(label=_("要求什么"))
    per = forms.ChoiceField(label=_("多久一期"))
    at_least = forms.IntegerField(label=_("每期至少几次"), min_value=1, max_value=MOST_TIMES, initial=1)
    binds = forms.ChoiceField(
        label=_("约束哪类组织"), choices=BINDABLE, help_text=_("要约束几类组织，存草稿以后在“改文字”里加。")
    )
    full_members = forms.IntegerField(
        label=_("只约束正式党员满几人的（可不填）"), required=False, min_value=1, max_value=MOST_MEMBERS
    )
    basis = forms.CharField(
        label=_("依据"), max_length=TITLE_LENGTH, help_text=_("写文件名称，如《市直机关党建工作要点》。")
    )

    def __init__(self, *args: Any, organizations: list[Organization], **options: Any) -> None:
        super().__init__(*args, **options)
        own = [(str(each.pk), each.name) for each in organizations if each.kind not in BOUND]
        for name, choices in (
            ("organization", own),
            ("what", [(code, gettext(label)) for code, label in KIND_LABELS.items()]),
            ("per", [(code, gettext(label)) for code, label in PERS.items()]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # choice fields have them
        for each in self.fields.values():
            if isinstance(each, forms.IntegerField):
                each.error_messages["invalid"] = NO_NUMBER % {"label": each.label}

    def choice(self, since: date, rules: tuple[Rule, ...]) -> Choice:
        """Return what was chosen; it raises whatever rule of files asks the same of the same organizations."""
        typed = self.cleaned_data
        kinds = frozenset({typed["binds"]})
        raised = [
            rule.id
            for rule in rules
            if isinstance(rule.measure, Count)
            and (rule.measure.what, rule.measure.per) == (typed["what"], typed["per"])
            and rule.kinds & kinds
            and rule.in_force(since)
            and rule.measure.at_least < typed["at_least"]
        ]
        return Choice(
            what=typed["what"],
            per=cast("Per", typed["per"]),
            at_least=typed["at_least"],
            binds=(typed["binds"],),
            since=since,
            basis=typed["basis"],
            full_members=typed["full_members"] or 0,
            raises=raised[0] if raised else "",
        )


class TextForm(forms.Form):
    """A local rule as a file of rules writes it; what is wrong in it is said line by line."""

    text = forms.CharField(
        label=_("规定文本"),
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 24, "spellcheck": "false", "class": "form-control rule-text", "translate": "no"}
        ),
        error_messages={"required": _("规定文本是空的：请写好再保存。")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class ApprovalForm(ActForm):
    """Why more is asked than the budget allows."""

    why = forms.CharField(label=_("理由"), max_length=WHY_LENGTH, widget=forms.Textarea(attrs={"rows": 3}))


class PublicationForm(ActForm):
    """From which day it counts."""

    since = DayField(label=_("从哪一天起生效"), help_text=_("已经开始的一期不算，从下一期起计。"))


class RepealForm(ActForm):
    """From which day it no longer counts."""

    on = DayField(label=_("从哪一天起不再执行"), help_text=_("在这一天还没有结束的一期不再要求。"))
