"""Who is registered in an organization, and which posts it has; for whoever keeps it."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import Sheet, answered, either, signed, typed_in
from luoshi.edge.web.people.forms import PARTICULARS
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people import refusals
from luoshi.ground.people.actions import assume, create_post, register
from luoshi.ground.people.models import Person, Post, PostKind, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.staff import vacant

from .changes import page_of
from .finding import kept
from .forms import PostForm, RegistrationForm

NOWHERE = N_("“{name}”没有组织关系落在“{organization}”，也没有任职：请选一个岗位，或在其所在党支部登记。")


@either
@members
def registration(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Register a person: a Party member at home in this branch, anybody in one of its open posts."""
    one = kept(viewer, number)
    posts = vacant(one, localdate())
    is_branch = one.kind == OrganizationKind.BRANCH
    lead = (
        _("党员的组织关系落在“%(name)s”。")
        if is_branch
        else _("只登记在“%(name)s”任职的非党员；党员请在其所在党支部登记。")
    )
    sheet = Sheet(
        title=_("在“%(name)s”登记人员") % {"name": one.name},
        act=_("登记"),
        back=page_of(one),
        lead=lead % {"name": one.name},
        about={**PARTICULARS, NOWHERE: "post"},
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        person = _registered(viewer, one, posts, typed)
        said = _("已登记“%(name)s”。登录账号由系统管理员开通。") % {"name": person.name}
        return said, reverse("person", kwargs={"number": person.pk})

    return answered(request, RegistrationForm(typed_in(request), posts=posts), sheet, act)


@transaction.atomic
def _registered(viewer: Viewer, one: Organization, posts: list[Post], typed: dict[str, Any]) -> Person:
    standing = Standing(typed["standing"])
    member = standing is not Standing.NONE
    home = one if member and one.kind == OrganizationKind.BRANCH else None
    post = next((post for post in posts if str(post.pk) == typed["post"]), None)
    if home is None and post is None and not member:
        raise Refusal(NOWHERE, name=typed["name"], organization=one.name)
    particulars = Particulars(typed["account"], typed["name"], standing, typed["joined_on"], home)
    act = signed(viewer)
    person = register(particulars, **act)
    if post is not None:
        assume(post, person=person, from_on=localdate(act["at"]), **act)
    return person


@either
@members
def posts(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Create a post in the organization."""
    one = kept(viewer, number)
    sheet = Sheet(
        title=_("在“%(name)s”设岗位") % {"name": one.name},
        act=_("设岗位"),
        back=page_of(one),
        lead=_("任务和责任跟着岗位走，不跟着人走：换人时随岗位移交。"),
        about={refusals.POST_UNTITLED: "title"},
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        post = create_post(one, title=typed["title"], kind=PostKind(typed["kind"]), **signed(viewer))
        said = _("已设岗位“%(title)s”，现在空缺。接着请办理到任。") % {"title": post.title}
        return said, page_of(one)

    return answered(request, PostForm(typed_in(request)), sheet, act)
