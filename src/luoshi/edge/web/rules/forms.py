"""What is typed for a local rule: chosen in a form, or as text; and what its publication asks."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from luoshi.core.rules import KIND_LABELS, Count, Misread, Rule
from luoshi.edge.exchange.regulations import written_in
from luoshi.edge.web.acting import ActForm, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.plan.obligations.lengths import TITLE_LENGTH, WHY_LENGTH
from luoshi.plan.obligations.wording import PERS, Choice, Per

MOST_TIMES, MOST_MEMBERS = 28, 1000
LARGEST = 2**20
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
        for name, choices in (
            ("organization", _named(organizations)),
            ("what", [(code, gettext(label)) for code, label in KIND_LABELS.items()]),
            ("per", [(code, gettext(label)) for code, label in PERS.items()]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # choice fields have them

    def choice(self, since: date, rules: tuple[Rule, ...]) -> Choice:
        """Return what was chosen; of the rules that ask the same of the same organizations it raises the highest."""
        typed = self.cleaned_data
        kinds = frozenset({typed["binds"]})
        raised = [
            (rule.measure.at_least, rule.id)
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
            raises=max(raised, default=(0, ""))[1],
        )


def _named(organizations: list[Organization]) -> list[tuple[str, str]]:
    return [(str(each.pk), each.name) for each in organizations]


class TextForm(ActForm):
    """A local rule as a file of rules writes it; what is wrong in it is said line by line."""

    text = forms.CharField(
        label=_("规定文本"),
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 24, "spellcheck": "false", "class": "form-control rule-text", "translate": "no"}
        ),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def clean_text(self) -> str:
        """Return the text with line ends as files have them; a text area gives those of the web."""
        said: str = self.cleaned_data["text"]
        return said.replace("\r\n", "\n")


class BroughtForm(TextForm):
    """A local rule that stands in a file already, or is pasted."""

    field_order = ("organization", "file", "text")
    organization = forms.ChoiceField(label=_("哪个组织的规定"), help_text=_("约束它自己和所有下级。"))
    file = forms.FileField(
        label=_("规定文件"),
        required=False,
        allow_empty_file=True,
        help_text=_("照现有规定文件的格式写好的文本文件；也可以贴在下面"),
        widget=forms.ClearableFileInput(attrs={"accept": ".toml"}),
    )

    def __init__(self, *args: Any, organizations: list[Organization], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].required = False
        self.fields["organization"].choices = _named(organizations)  # type: ignore[attr-defined]  # choice fields have them

    def clean(self) -> dict[str, Any]:
        """Ask for a file or a text."""
        if not self.cleaned_data.get("text", "").strip() and "file" not in self.files:
            self.add_error("file", gettext("没有选文件，也没有贴文字：请选一样。"))
        return self.cleaned_data


def typed_or_brought(request: HttpRequest) -> tuple[QueryDict | None, list[str]]:
    """Return what was typed, the text of a file as if it had been, and what keeps the file from being read."""
    file = request.FILES.get("file")
    if request.method != "POST" or not isinstance(file, UploadedFile):
        return typed_in(request), []
    if (file.size or 0) > LARGEST:
        return request.POST, [gettext("文件超过 1 MB：规定文件只是几页文字，请核对有没有选错。")]
    typed = request.POST.copy()
    try:
        typed["text"] = written_in(file.read(), file.name or "")
    except Misread as misread:
        return typed, [sentence(each) for each in misread.mistakes]
    return typed, []


class ApprovalForm(ActForm):
    """Why more is asked than the budget allows."""

    why = forms.CharField(label=_("理由"), max_length=WHY_LENGTH, widget=forms.Textarea(attrs={"rows": 3}))


class PublicationForm(ActForm):
    """From which day it counts."""

    since = DayField(label=_("从哪一天起生效"), help_text=_("已经开始的一期不算，从下一期起计。"))


class RepealForm(ActForm):
    """From which day it no longer counts."""

    on = DayField(label=_("从哪一天起不再执行"), help_text=_("在这一天还没有结束的一期不再要求。"))
