"""What somebody may bring to a move, each as one field of a form: its words and what it then means."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from luoshi.act.tasks.lengths import KIND_LENGTH, RECURRENCE_LENGTH, TITLE_LENGTH, WORDS
from luoshi.act.tasks.site import ladder
from luoshi.edge.web.choosing import OrganizationField
from luoshi.edge.web.days import DayField

TOO_LONG = _("有 %(show_value)d 个字，超过 %(limit_value)d 个字的上限：请缩短，全文可以作为佐证文件上传。")
NO_DAY = _("这不是完整的日期：请从日历里选，或写成 2026-06-30 的样子。")
NO_PERCENT = _("进度要写 0 到 100 之间的整数。")
SEPARATOR = "、"


class ListField(forms.CharField):
    """Several things in one text, each on a line of its own or between 、."""

    def __init__(self, separators: str, most: int, **options: Any) -> None:
        super().__init__(**options)
        self.separators, self.most = separators, most

    def to_python(self, value: Any) -> Any:
        """Return the parts, each once. Raises ``ValidationError`` for a part that is too long."""
        text = str(super().to_python(value) or "")
        for other in self.separators[1:]:
            text = text.replace(other, self.separators[0])
        parts = list(dict.fromkeys(filter(None, (each.strip() for each in text.split(self.separators[0])))))
        for each in parts:
            if len(each) > self.most:
                said = {"start": each[:10], "length": len(each), "limit": self.most}
                raise forms.ValidationError(
                    gettext("“{start}…”有 {length} 个字，超过 {limit} 个字的上限：请缩短。").format_map(said)
                )
        return parts

    def validate(self, value: Any) -> None:
        """Leave it to the loop what must be said."""

    def run_validators(self, value: Any) -> None:
        """Nothing is left to check."""


def words(label: Any, hint: Any = "", most: int = WORDS, rows: int = 4) -> forms.Field:
    """Return a field for some sentences."""
    return forms.CharField(
        required=False,
        label=label,
        help_text=hint,
        max_length=most,
        error_messages={"max_length": TOO_LONG},
        # Without the browser's own bound: it would cut off silently what is pasted.
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": False}),
    )


def line(label: Any, hint: Any = "", most: int = TITLE_LENGTH) -> forms.Field:
    """Return a field for one line."""
    return forms.CharField(
        required=False,
        label=label,
        help_text=hint,
        max_length=most,
        error_messages={"max_length": TOO_LONG},
        widget=forms.TextInput(attrs={"maxlength": False}),
    )


def a_day(label: Any, hint: Any = "") -> forms.DateField:
    """Return a field for a day."""
    return DayField(required=False, label=label, help_text=hint, error_messages={"invalid": NO_DAY})


def unit(label: Any) -> forms.Field:
    """Return a field that names an organization."""
    return OrganizationField(required=False, label=label, help_text=_("全称、简称、代码或拼音首字母"))


def _percent() -> forms.Field:
    return forms.IntegerField(
        required=False,
        label=_("办到百分之几"),
        help_text=_("不好说就不填"),
        error_messages={"invalid": NO_PERCENT},
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


def _rung() -> forms.Field:
    return forms.ChoiceField(
        required=False,
        label=_("提到哪一级"),
        choices=lambda: [(rung.name, gettext(rung.label)) for rung in ladder()],
        widget=forms.Select(attrs={"class": "form-select"}),
    )


FIELDS: dict[str, Callable[[], forms.Field]] = {
    "note": lambda: words(_("情况")),
    "reason": lambda: words(_("理由")),
    "progress": _percent,
    "rung": _rung,
    "deadline_on": lambda: a_day(_("时限"), _("须是工作日")),
    "owner": lambda: unit(_("承办单位")),
    "standard": lambda: words(_("完成标准"), _("做到什么程度、凭什么算完成"), rows=3),
    "recurrence": lambda: line(_("频次"), _("没有截止日期的任务才填，如“每季度”"), RECURRENCE_LENGTH),
    "evidence_named": lambda: ListField(
        "、，,\n",
        KIND_LENGTH,
        required=False,
        label=_("销号须有的佐证"),
        help_text=_("用顿号分开，如“印发文件、会议纪要”"),
    ),
    "titles": lambda: ListField(
        "\n", TITLE_LENGTH, required=False, label=_("子任务"), widget=forms.Textarea(attrs={"rows": 5})
    ),
}
