"""An activity is recorded in two minutes on a phone, or corrected later."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from luoshi.act.activities import actions, refusals
from luoshi.act.activities.attendance import BELONGING, Capacity
from luoshi.act.activities.expecting import expected
from luoshi.act.activities.manners import CONFIDENTIAL, MANNERS, held_by
from luoshi.act.activities.queries import attendance_of, telling_of
from luoshi.act.activities.telling import hours_text
from luoshi.core.refusals import Refusal
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.exchange.attachments import received
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, either
from luoshi.edge.web.choosing import label, person_label
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.models import OrganizationKind

from .alongside import coming, usual_partner
from .deciding import DecisionForm, decision_forms
from .finding import may_record, open_activity, recorded_by
from .forms import CorrectionForm, RecordForm
from .offers import offered
from .roster import rows
from .words import called

if TYPE_CHECKING:
    from luoshi.act.activities.models import Activity
    from luoshi.act.activities.telling import Telling
    from luoshi.act.tasks.proof import Attached
    from luoshi.ground.organizations.models import Organization

# Which field each refusal speaks of; what is not named stands on top.
ABOUT = {
    refusals.FUTURE: "held_on",
    refusals.BEFORE_FOUNDING: "held_on",
    refusals.AFTER_END: "held_on",
    refusals.TOPICLESS: "topic",
    refusals.RECORDED_ALREADY: "topic",
    refusals.MINUTES_EMPTY: "minutes",
    refusals.HOURS_ODD: "hours",
    refusals.CHAIR_ABSENT: "chair",
    refusals.LISTED_TWICE: "guests",
    refusals.ITSELF_PARTNER: "partner",
    refusals.REASONLESS: "reason",
}


@either
@members
def recording(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Ask which kind, then show the form with everybody in it (GET), or record (POST) and lead to the activity."""
    organization = recorded_by(viewer, number)
    kind = _kind(request, organization)
    if kind is None:
        return page(request, "activities/kinds.html", {"one": organization, "kinds": _kinds(organization)})
    today, posted = localdate(), request.method == "POST"
    data = request.POST if posted else None
    people = expected(organization, {kind}, today)
    form = RecordForm(
        data,
        organization=organization,
        kind=kind,
        people=people,
        offers=offered(organization, kind, today),
        coming=coming(organization, people, today),
        initial={"held_on": today, "partner": usual_partner(organization, kind, today)},
    )
    decisions = decision_forms(organization, today, data)
    once = request.POST.get("once", "")[:40] if posted else secrets.token_urlsafe(16)
    if posted and _all_valid(form, decisions):
        decided = [each.decision() for each in decisions if each.says_something]

        def act(telling: Telling) -> Activity:
            told = replace(telling, enclosures=_enclosures(request))
            return actions.record(
                told, by=viewer.person, at=now(), once=f"{viewer.account.pk}:{once}", decisions=decided
            )

        done = _done(form, act)
        if done is not None:
            said = _("已记下%(kinds)s“%(topic)s”：到会 %(present)d 人，缺席 %(absent)d 人。")
            messages.success(request, said % _figures(done))
            return redirect("activity", number=done.pk)
    context = _context(organization, form, viewer) | {
        "title": _("记一次%(kind)s") % {"kind": called([kind])},
        "act": _("记下"),
        "back": None,
        "decisions": decisions,
        "once": once,
    }
    return page(request, "activities/record.html", context, status=_status(form, *decisions))


@either
@members
def correction(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show what was recorded as a form (GET), or let what is typed stand in its place, with the reason (POST)."""
    activity = open_activity(viewer, number)
    organization, today = activity.organization, localdate()
    if activity.withdrawn_on is not None or not may_record(viewer, organization):
        return redirect("activity", number=activity.pk)
    was = telling_of(activity)
    there = attendance_of(activity)
    belonging = [each.person for each in there if each.capacity in BELONGING]
    kind = min(was.stated - {ActivityKind.TWINNING} or was.stated)
    people = list(dict.fromkeys([*belonging, *expected(organization, was.kinds, activity.held_on)]))
    offers = offered(organization, kind, today)
    known = {item.task or item.text for item in was.agenda} & {each.task or each.text for each in offers}
    initial = {
        "held_on": was.held_on,
        "topic": was.topic,
        "hours": hours_text(was.hours) or "",
        "place": was.place,
        "chair": str(was.chair.pk) if was.chair else "",
        "guests": _names(there, Capacity.GUEST),
        "contacts": _names(there, Capacity.CONTACT),
        "begins": was.begins,
        "partner": label(was.partner) if was.partner else "",
        "ballot": was.ballot,
        "items": "\n".join(item.text for item in was.agenda if (item.task or item.text) not in known),
        "minutes": was.minutes,
    }
    data = request.POST if request.method == "POST" else None
    form = CorrectionForm(
        data, organization=organization, kind=kind, people=people, offers=offers, was=was, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        done = _done(
            form,
            lambda telling: actions.correct(
                activity, telling, reason=form.cleaned_data["reason"], by=viewer.person, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("已更正，原来的记录和更正的理由都留着。"))
            return redirect("activity", number=done.pk)
    context = _context(organization, form, viewer) | {
        "title": _("更正“%(topic)s”的记录") % {"topic": activity.topic},
        "act": _("更正"),
        "back": activity,
        "decisions": [],
        "once": "",
    }
    return page(request, "activities/record.html", context, status=_status(form))


def _kind(request: HttpRequest, organization: Organization) -> ActivityKind | None:
    asked = request.GET.get("kind", "")
    return next((each for each in _open_kinds(organization) if each == asked), None)


def _open_kinds(organization: Organization) -> list[ActivityKind]:
    return [each for each in held_by(OrganizationKind(organization.kind)) if each not in CONFIDENTIAL]


def _kinds(organization: Organization) -> list[tuple[str, str]]:
    return [(each.value, called([each])) for each in _open_kinds(organization)]


def _all_valid(form: RecordForm, decisions: list[DecisionForm]) -> bool:
    verdicts = [form.is_valid(), *(each.is_valid() for each in decisions)]
    return all(verdicts)


def _done(form: RecordForm, act: Callable[[Telling], Activity]) -> Activity | None:
    """Do the act with what was typed; what a rule refuses comes back beside its field."""
    try:
        return act(form.telling())
    except Refusal as refusal:
        name = ABOUT.get(refusal.sentence)
        form.add_error(name if name in form.fields else None, sentence(refusal))
        return None


def _enclosures(request: HttpRequest) -> tuple[Attached, ...]:
    files = request.FILES.getlist("files")
    return tuple(received(each.chunks(), str(each.name), each.size or 0) for each in files)


def _figures(activity: Activity) -> dict[str, Any]:
    there = attendance_of(activity)
    present = sum(each.presence == "present" for each in there)
    kinds = called(sorted(telling_of(activity).kinds))
    return {"kinds": kinds, "topic": activity.topic, "present": present, "absent": len(there) - present}


def _names(there: list[Any], capacity: Capacity) -> str:
    return "、".join(person_label(each.person) for each in there if each.capacity == capacity)


def _context(organization: Organization, form: RecordForm, viewer: Viewer) -> dict[str, Any]:
    return {
        "one": organization,
        "form": form,
        "rows": rows(form, form.people),
        "with_partner": MANNERS[form.kind].partner,
        "coming": [form[f"came-{each.pk}"] for each in form.coming],
        "offers": [(form[f"item-{each.name}"], each) for each in form.offers],
        "others": [form[f"also-{each}"] for each in form.others],
        "account": viewer.account.pk,
    }


def _status(*forms: Any) -> int:
    return UNPROCESSABLE if any(each.errors for each in forms) else 200
