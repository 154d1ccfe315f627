"""What is typed about an organization: its charter, its place, its posts, and who is registered in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.choosing import OrganizationField
from luoshi.edge.web.days import DayField
from luoshi.edge.web.people.forms import ParticularsForm
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import (
    CODE_LENGTH,
    NAME_LENGTH,
    SHORT_LENGTH,
    OrganizationKind,
)
from luoshi.ground.people.models import Post, PostKind

TITLE_LENGTH = 60


class CharterForm(ActForm):
    """Everything about an organization but its place."""

    name = forms.CharField(label=_("名称"), max_length=NAME_LENGTH)
    short_name = forms.CharField(label=_("简称"), max_length=SHORT_LENGTH, required=False)
    code = forms.CharField(label=_("代码"), max_length=CODE_LENGTH, help_text=_("一个代码只属于一个组织。"))
    kind = forms.ChoiceField(label=_("类型"), choices=OrganizationKind.choices)
    established_on = DayField(label=_("成立日期"), required=False)
    last_elected_on = DayField(label=_("最近换届日期"), required=False)
    term_years = forms.IntegerField(
        label=_("任期（年）"),
        required=False,
        help_text=_("党支部为 3 年或 5 年，按批准的填。"),
        error_messages={"invalid": _("任期要填整数年，如 3。")},
    )

    @staticmethod
    def charter(cleaned: dict[str, Any]) -> Charter:
        """Return what was typed as a charter."""
        return Charter(**{**cleaned, "kind": OrganizationKind(cleaned["kind"])})


class PlaceForm(ActForm):
    """Where an organization shall stand."""

    under = OrganizationField(label=_("新的上级"), help_text=_("写名称、简称或代码；拼音首字母也行。"))


class MergerForm(ActForm):
    """What an organization shall become part of."""

    into = OrganizationField(label=_("并入哪个组织"), help_text=_("写名称、简称或代码；拼音首字母也行。"))


class PostForm(ActForm):
    """A new post."""

    title = forms.CharField(label=_("岗位名称"), max_length=TITLE_LENGTH)
    kind = forms.ChoiceField(
        label=_("岗位类别"), choices=PostKind.choices, help_text=_("类别决定权限，名称只用于显示。")
    )


class RegistrationForm(ParticularsForm):
    """A new person in an organization: in the branch, in one of its posts, or both."""

    post = forms.ChoiceField(label=_("担任岗位"), required=False)

    def __init__(self, *args: Any, posts: list[Post], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _("暂不任职")), *((str(post.pk), post.title) for post in posts)]
        self.fields["post"].choices = choices  # type: ignore[attr-defined]  # a choice field has them
