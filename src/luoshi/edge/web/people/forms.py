"""What is typed about a person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.days import DayField
from luoshi.ground.people import refusals
from luoshi.ground.people.models import NAME_LENGTH as PERSON_LENGTH
from luoshi.ground.people.models import Standing

# Which field each refusal speaks of.
PARTICULARS = {
    refusals.ACCOUNT_TAKEN: "account",
    refusals.JOINED_WITHOUT_STANDING: "joined_on",
    refusals.JOINS_LATER: "joined_on",
    refusals.HOMELESS: "standing",
    refusals.NOT_A_BRANCH: "standing",
}


class ParticularsForm(ActForm):
    """What is recorded of a person, besides the home."""

    name = forms.CharField(label=_("姓名"), max_length=PERSON_LENGTH)
    account = forms.CharField(
        label=_("账号"), max_length=PERSON_LENGTH, help_text=_("登录和导入时用，一人一个。")
    )
    standing = forms.ChoiceField(label=_("政治面貌"), choices=Standing.choices)
    joined_on = DayField(label=_("入党日期"), required=False, help_text=_("非党员不填。"))
