"""What is recorded of a person changes, and his membership moves to another branch."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, signed, typed_in
from luoshi.edge.web.choosing import OrganizationField
from luoshi.ground.people import actions, refusals
from luoshi.ground.people.models import Person, Standing
from luoshi.ground.people.particulars import Particulars

from .finding import kept_person
from .forms import PARTICULARS, ParticularsForm


class TransferForm(ActForm):
    """Where the membership goes."""

    home = OrganizationField(
        label=gettext_lazy("转入党支部"),
        help_text=gettext_lazy("写名称、简称或代码；拼音首字母也行。只能转到您管的党支部。"),
    )


def page_of(person: Person) -> str:
    """Return the address of the person's page."""
    return reverse("person", kwargs={"number": person.pk})


@either
@members
def particulars(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Amend what is recorded of a person, except the home."""
    one = kept_person(viewer, number)
    was = Particulars.of(one)
    sheet = Sheet(
        title=_("修改“%(name)s”的信息") % {"name": one.name},
        act=_("保存"),
        back=page_of(one),
        about=PARTICULARS,
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        now = Particulars(**{**typed, "standing": Standing(typed["standing"])}, home=was.home)
        actions.amend(one, now, **signed(viewer))
        return _("“%(name)s”的信息已保存。") % {"name": now.name}, page_of(one)

    return answered(request, ParticularsForm(typed_in(request), initial=was.fields()), sheet, act)


@either
@members
def transfer(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Move the membership to another branch that the viewer keeps too."""
    one = kept_person(viewer, number)
    where = refusals.ALREADY_HOME, refusals.NOT_A_BRANCH, refusals.HOME_DISSOLVED
    sheet = Sheet(
        title=_("转接“%(name)s”的组织关系") % {"name": one.name},
        act=_("转接"),
        back=page_of(one),
        lead=_("现在在“%(home)s”。岗位不随组织关系变动。") % {"home": one.home.name} if one.home else "",
        about=dict.fromkeys(where, "home"),
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        actions.transfer(one, home=typed["home"], **signed(viewer))
        said = _("“%(name)s”的组织关系已转到“%(home)s”。") % {"name": one.name, "home": typed["home"].name}
        return said, page_of(one)

    return answered(request, TransferForm(typed_in(request), paths=viewer.kept), sheet, act)
