"""Somebody assumes a post, leaves it; a post is abolished. For whoever keeps its organization."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, signed, typed_in
from luoshi.edge.web.choosing import PersonField
from luoshi.edge.web.days import DayField
from luoshi.edge.web.moments import day_of
from luoshi.ground.people import refusals
from luoshi.ground.people.actions import abolish_post, assume, vacate
from luoshi.ground.people.models import Person, Post
from luoshi.ground.people.queries import holders_of

from .finding import kept_post


class HoldingForm(ActForm):
    """Who holds the post, from when until when."""

    person = PersonField(
        label=gettext_lazy("由谁担任"),
        help_text=gettext_lazy("写姓名或账号；拼音首字母也行。还没有登记的人，请先在组织页登记。"),
    )
    from_on = DayField(label=gettext_lazy("任职开始"))
    until_on = DayField(
        label=gettext_lazy("任职结束"), required=False, help_text=gettext_lazy("没有定下就留空。")
    )


class DepartureForm(ActForm):
    """Who leaves the post, and the last day."""

    person = forms.ChoiceField(label=gettext_lazy("谁离任"))
    until_on = DayField(label=gettext_lazy("任职的最后一天"))

    def __init__(self, *args: Any, holders: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [(each.pk, each.name) for each in holders]  # type: ignore[attr-defined]  # a choice field has them


def _back(post: Post) -> str:
    return reverse("organization", kwargs={"number": post.organization.pk})


@either
@members
def holding(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Let somebody within reach hold the post."""
    post = kept_post(viewer, number)
    sheet = Sheet(
        title=_("“%(place)s”%(title)s到任") % {"place": post.organization.name, "title": post.title},
        act=_("办理到任"),
        back=_back(post),
        about={
            refusals.ENDS_BEFORE: "until_on",
            refusals.TWO_HOLDERS: "from_on",
            refusals.HOLDS_ALREADY: "person",
        },
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        assume(post, **typed, **signed(viewer))
        said = _("“%(name)s”自 %(on)s 起任“%(title)s”，岗位上的任务由其接着办。")
        facts = {"name": typed["person"].name, "on": day_of(typed["from_on"]), "title": post.title}
        return said % facts, _back(post)

    form = HoldingForm(typed_in(request), paths=viewer.paths, initial={"from_on": localdate()})
    return answered(request, form, sheet, act)


@either
@members
def departure(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Let a holder leave the post; what passes on is on the page of its handover."""
    post = kept_post(viewer, number)
    holders = holders_of(post, localdate())
    sheet = Sheet(
        title=_("“%(place)s”%(title)s离任") % {"place": post.organization.name, "title": post.title},
        act=_("办理离任"),
        back=_back(post),
        lead="" if holders else _("这个岗位现在空缺，没有人可以离任。"),
        about={refusals.NOT_HELD: "until_on"},
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        person = next(each for each in holders if str(each.pk) == typed["person"])
        vacate(post, person=person, until_on=typed["until_on"], **signed(viewer))
        said = _("“%(name)s”任“%(title)s”到 %(on)s。下面是随岗位移交的事项。")
        facts = {"name": person.name, "on": day_of(typed["until_on"]), "title": post.title}
        return said % facts, reverse("post_handover", kwargs={"number": post.pk})

    form = DepartureForm(typed_in(request), holders=holders, initial={"until_on": localdate()})
    return answered(request, form, sheet, act)


@either
@members
def abolition(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Abolish a post that nobody holds."""
    post = kept_post(viewer, number)
    sheet = Sheet(
        title=_("撤销“%(place)s”的岗位“%(title)s”") % {"place": post.organization.name, "title": post.title},
        act=_("撤销岗位"),
        back=_back(post),
        lead=_("撤销后不能恢复，任职记录仍可查看。有人在任的，要先办理离任。"),
    )

    def act(_typed: dict[str, Any]) -> tuple[str, str]:
        abolish_post(post, **signed(viewer))
        return _("岗位“%(title)s”已撤销。") % {"title": post.title}, _back(post)

    return answered(request, ActForm(typed_in(request)), sheet, act)
