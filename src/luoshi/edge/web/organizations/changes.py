"""What may be done with an organization by whoever keeps it, or what is above it."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, signed, typed_in
from luoshi.ground.organizations import actions, refusals
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import Organization

from .finding import kept, reshaped
from .forms import CharterForm, MergerForm, PlaceForm

CHARTER = {
    refusals.TAKEN: "code",
    refusals.BACKWARDS: "last_elected_on",
    refusals.ENDLESS_TERM: "term_years",
}


def page_of(organization: Organization) -> str:
    """Return the address of the organization's page."""
    return reverse("organization", kwargs={"number": organization.pk})


@either
@members
def foundation(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Found an organization below this one."""
    above = kept(viewer, number)
    sheet = Sheet(
        title=_("在“%(name)s”下设组织") % {"name": above.name},
        act=_("设立"),
        back=page_of(above),
        about=CHARTER,
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        founded = actions.found(CharterForm.charter(typed), under=above, **signed(viewer))
        said = _("已设立“%(name)s”，上级为“%(above)s”。接着可以设岗位、登记人员。")
        return said % {"name": founded.name, "above": above.name}, page_of(founded)

    return answered(request, CharterForm(typed_in(request)), sheet, act)


@either
@members
def charter(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Amend what is laid down about the organization; another name alone is a renaming."""
    one = kept(viewer, number)
    was = Charter.of(one)
    sheet = Sheet(
        title=_("修改“%(name)s”") % {"name": one.name}, act=_("保存"), back=page_of(one), about=CHARTER
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        now = CharterForm.charter(typed)
        if was != now and was == replace(now, name=was.name, short_name=was.short_name):
            actions.rename(one, name=now.name, short_name=now.short_name, **signed(viewer))
            said = _("“%(was)s”已更名为“%(name)s”，账本留有原名。") % {"was": was.name, "name": now.name}
        else:
            actions.amend(one, now, **signed(viewer))
            said = _("“%(name)s”的登记事项已保存。") % {"name": now.name}
        return said, page_of(one)

    return answered(request, CharterForm(typed_in(request), initial=was.facts()), sheet, act)


@either
@members
def move(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Put the organization, with all below it, under another one that the viewer keeps."""
    one = reshaped(viewer, number)
    sheet = Sheet(
        title=_("调整“%(name)s”的隶属") % {"name": one.name},
        act=_("调整隶属"),
        back=page_of(one),
        lead=_("下级组织、人员、岗位和任务都随它一起移动。"),
        about=dict.fromkeys((refusals.CYCLE, refusals.ALREADY_THERE, refusals.TOO_DEEP), "under"),
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        moved = actions.move(one, under=typed["under"], **signed(viewer))
        said = _("“%(name)s”现在隶属“%(under)s”。") % {"name": one.name, "under": typed["under"].name}
        return said, page_of(moved)

    return answered(request, PlaceForm(typed_in(request), paths=viewer.kept), sheet, act)


@either
@members
def merger(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Merge the organization into another one that the viewer keeps."""
    one = reshaped(viewer, number)
    sheet = Sheet(
        title=_("合并“%(name)s”") % {"name": one.name},
        act=_("合并"),
        back=page_of(one),
        lead=_("下级组织、人员、岗位、任务和部署都由并入的组织接续，“%(name)s”随即撤销，不能退回。")
        % {"name": one.name},
        about=dict.fromkeys((refusals.INTO_ITSELF, refusals.TOO_DEEP), "into"),
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        heir = actions.merge(one, into=typed["into"], **signed(viewer))
        said = _("“%(name)s”已并入“%(heir)s”，由它接续全部人员、岗位和任务。")
        return said % {"name": one.name, "heir": heir.name}, page_of(heir)

    return answered(request, MergerForm(typed_in(request), paths=viewer.kept), sheet, act)


@either
@members
def dissolution(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Dissolve the organization, once nothing and nobody is left in it."""
    one = reshaped(viewer, number)
    sheet = Sheet(
        title=_("撤销“%(name)s”") % {"name": one.name},
        act=_("撤销组织"),
        back=page_of(one),
        lead=_("撤销后不能恢复，它的历史仍可查看。要先移走下级组织和人员，撤销岗位，办结任务。"),
    )

    def act(_typed: dict[str, Any]) -> tuple[str, str]:
        actions.dissolve(one, **signed(viewer))
        return _("“%(name)s”已撤销。") % {"name": one.name}, page_of(one)

    return answered(request, ActForm(typed_in(request)), sheet, act)
