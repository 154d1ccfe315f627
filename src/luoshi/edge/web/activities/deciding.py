"""What the meeting decided, as rows of a form: each becomes a task with who, how well and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.act.activities.telling import Decision
from luoshi.act.tasks.lengths import TITLE_LENGTH
from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.days import DayField
from luoshi.ground.organizations.queries import children
from luoshi.ground.people.staff import seats

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from luoshi.ground.organizations.models import Organization

ROWS = 3


class DecisionForm(ActForm):
    """One decision; a row that says nothing is none."""

    text = forms.CharField(label=_("议定什么"), max_length=TITLE_LENGTH, required=False)
    owner = forms.ChoiceField(label=_("由谁办"), required=False)
    standard = forms.CharField(label=_("完成标准"), max_length=2000, required=False)
    deadline_on = DayField(label=_("时限"), required=False, help_text=_("须是工作日"))

    def __init__(self, *args: Any, owners: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.owners = owners
        choices = [("", _("请选")), *((key, each[0]) for key, each in owners.items())]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]  # a choice field has them

    @property
    def says_something(self) -> bool:
        """Whether the row was filled in, be it in part."""
        said = self.cleaned_data
        return bool(said.get("text") or said.get("standard") or said.get("deadline_on"))

    def decision(self) -> Decision:
        """Return what was decided."""
        said = self.cleaned_data
        _name, organization, post = self.owners.get(said["owner"], ("", None, None))
        return Decision(said["text"], organization, said["standard"], said["deadline_on"], post)


def owners_of(organization: Organization, on: date) -> dict[str, Any]:
    """Return who may be asked to do something: the organization, its posts, and what is directly below it."""
    found: dict[str, Any] = {f"organization:{organization.pk}": (organization.name, organization, None)}
    for post, holders in seats(organization, on):
        names = "、".join(each.person.name for each in holders)
        found[post.chain] = (f"{post.title} {names}".strip(), organization, post)
    for each in children(organization).filter(dissolved_on=None):
        found[each.chain] = (each.name, each, None)
    return found


def decision_forms(organization: Organization, on: date, data: Any = None) -> list[DecisionForm]:
    """Return the rows of a form."""
    owners = owners_of(organization, on)
    return [DecisionForm(data, prefix=f"decision{place}", owners=owners) for place in range(ROWS)]
