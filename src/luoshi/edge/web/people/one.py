"""The page of one person: posts now and before, who stands in for whom, how to call him for whoever must."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from luoshi.act.activities.queries import parts_of
from luoshi.act.membership.queries import way_of
from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, signed, typed_in
from luoshi.edge.web.moments import moment_of
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.edge.web.telling import told
from luoshi.ground.ledger.queries import latest
from luoshi.ground.organizations.queries import paths_of
from luoshi.ground.people.actions import look_up_contact, record_contact
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import grants_from, grants_to
from luoshi.ground.people.refusals import NO_CONTACT
from luoshi.ground.people.staff import career
from luoshi.plan.duties.queries.docket import leading_posts, on_docket

from .finding import keeps_person, seen_person

if TYPE_CHECKING:
    from luoshi.act.activities.models import Activity
    from luoshi.ground.people.models import Person
    from luoshi.plan.duties.models import DocketEntry

TOLD = 20
LONGEST = 200
NAMED = 5


@require_safe
@members
def person(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show somebody within reach, or oneself."""
    one, today = seen_person(viewer, number), localdate()
    held, way = career(one), way_of(one)
    is_now = {
        each.pk: each.from_on <= today and (each.until_on is None or each.until_on >= today) for each in held
    }
    context = {
        "one": one,
        "home": one.home,
        "home_seen": one.home is not None and viewer.sees(one.home.path),
        "now": [each for each in held if is_now[each.pk]],
        "before": [each for each in held if not is_now[each.pk]],
        "given": list(grants_from(one, today)),
        "lent": list(grants_to(one, today)),
        "is_self": one == viewer.person,
        "may_change": keeps_person(viewer, one),
        "sees": viewer.sees,
        "on_the_way": way is not None and viewer.sees(*paths_of([way.branch])),
        "alongside": _alongside(viewer, one, today),
        "docket": [each for each in _docket(one) if viewer.sees(each.post.organization.path)],
        "story": told(latest([one.chain], TOLD)),
    }
    return page(request, "people/one.html", context)


def _alongside(viewer: Viewer, one: Person, today: date) -> list[tuple[str, int, int, list[Activity]]]:
    """Return what the person took part in this year as a leader of the branch's own, and of its contact point.

    Each as what, how often of how many times, and the latest; only what the viewer may open.
    """
    mine = one == viewer.person
    parts = [
        each
        for each in parts_of(one, date(today.year, 1, 1))
        if mine or viewer.sees(each.activity.organization.path)
    ]
    found = []
    for capacity in dict.fromkeys(each.capacity for each in parts):
        asked = [each for each in parts if each.capacity is capacity]
        came = [each.activity for each in asked if each.was_there]
        found.append((str(capacity.label), len(came), len(asked), came[:NAMED]))
    return found


def _docket(one: Person) -> list[DocketEntry]:
    """Return what the person has taken up as a leader."""
    posts = leading_posts(one, localdate())
    return list(on_docket(posts)) if posts else []


class ContactForm(ActForm):
    """How to call somebody; empty forgets it."""

    details = forms.CharField(
        label=gettext_lazy("联系方式"),
        max_length=LONGEST,
        required=False,
        help_text=gettext_lazy("如办公电话、手机。加密保存，只给本人和管得到的岗位看；留空即删除。"),
    )


@either
@members
def contact(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show how to call somebody, to whoever must; the person and whoever keeps him record it here."""
    one = seen_person(viewer, number)
    edits, known, why_not = one == viewer.person or keeps_person(viewer, one), "", ""
    try:
        # What is posted shows what was typed, and nothing that was kept.
        if not (edits and request.method == "POST"):
            known = look_up_contact(one, by=viewer.person, at=now())
    except Refusal as refusal:
        why_not = sentence(refusal)
        allowed = refusal.sentence == NO_CONTACT
    else:
        allowed = True
    back = reverse("person", kwargs={"number": one.pk})
    if allowed and edits:
        title = _("“%(name)s”的联系方式") % {"name": one.name}

        def act(typed: dict[str, Any]) -> tuple[str, str]:
            record_contact(one, typed["details"], **signed(viewer))
            kept = (
                _("“%(name)s”的联系方式已加密保存。")
                if typed["details"]
                else _("“%(name)s”的联系方式已删除。")
            )
            return kept % {"name": one.name}, back

        form = ContactForm(typed_in(request), initial={"details": known})
        answer = answered(request, form, Sheet(title, _("保存"), back, lead=why_not or _seen_by(one)), act)
    else:
        context = {"one": one, "known": known, "why_not": why_not}
        answer = page(request, "people/contact.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _seen_by(one: Person) -> str:
    """Return who looked last and when, for the person and whoever keeps him."""
    looks = [f"{each.who}（{moment_of(each.at)}）" for each in told(latest([one.contact_chain], NAMED))]
    return _("最近查看过的人：%(who)s。") % {"who": _("、").join(looks)} if looks else ""
