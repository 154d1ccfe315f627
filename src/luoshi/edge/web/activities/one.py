"""The page of one activity, what may be done with its record, and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.act.activities import actions
from luoshi.act.activities.attendance import BELONGING, Ballot, Capacity, Presence
from luoshi.act.activities.queries import (
    attendance_of,
    enclosures_of,
    formers,
    items_of,
    kinds_of,
    resolutions_of,
)
from luoshi.act.activities.quorum import quorum_of
from luoshi.core.lifecycle import LIGHT_LABELS, Light
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import Sheet, answered, either, typed_in
from luoshi.edge.web.downloads import kept_file
from luoshi.edge.web.pages import page
from luoshi.edge.web.telling import told
from luoshi.edge.web.words import due
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.queries import by_ids

from .deciding import DecisionForm, owners_of
from .finding import activity_of, may_record, open_activity, recorded_by
from .forms import ReasonForm
from .recording import ABOUT
from .words import basis_in_words, called, lasted, quorum_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luoshi.act.activities.confidences import Confided
    from luoshi.act.activities.models import Activity, Attendance


@require_safe
@members
def activity(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the activity; of a talk, to whoever may know, what was confided."""
    found, confided = activity_of(viewer, number)
    if confided is not None:
        return page(request, "activities/talk.html", _talk(found, confided, viewer))
    there = attendance_of(found)
    kinds = kinds_of([found]).get(found.pk, [])
    context = {
        "activity": found,
        "kinds": called(kinds),
        "lasted": lasted(found.hours),
        "quorum": _quorum(found, kinds, there),
        "agenda": items_of(found),
        "resolved": _resolved(found),
        "enclosures": enclosures_of(found),
        "formers": list(formers(found)),
        "story": told(story(found.chain)),
        "may_change": may_record(viewer, found.organization) and found.withdrawn_on is None,
        "account": viewer.account.pk,
        **_attendance(there),
    }
    return page(request, "activities/activity.html", context)


def _attendance(there: Sequence[Attendance]) -> dict[str, Any]:
    belonging = [each for each in there if each.capacity in BELONGING]
    present = [each for each in belonging if each.presence == Presence.PRESENT]
    away = [each for each in belonging if each.presence != Presence.PRESENT]
    return {
        "due": len(belonging),
        "present": present,
        "away": [(each.person.name, each.get_presence_display()) for each in away],
        "leaders": [each.person.name for each in present if each.capacity == Capacity.LEADER],
        "voteless": [each.person.name for each in present if not each.votes],
        "guests": [
            (each.person.name, each.get_capacity_display())
            for each in there
            if each.capacity not in BELONGING
        ],
    }


def _quorum(
    found: Activity, kinds: Sequence[str], there: Sequence[Attendance]
) -> tuple[str, str, bool] | None:
    voters = [each for each in there if each.votes]
    present = sum(each.presence == Presence.PRESENT for each in voters)
    known = frozenset(map(ActivityKind, kinds))
    quorum = quorum_of(known, Ballot(found.ballot), len(voters), present)
    return None if quorum is None else (quorum_in_words(quorum), basis_in_words(quorum), quorum.is_met)


def _resolved(found: Activity) -> list[dict[str, Any]]:
    today = localdate()
    return [
        {
            "task": each.task,
            "owner": each.task.owner_post or each.task.owner,
            "light": (Light(each.task.light), LIGHT_LABELS[Light(each.task.light)])
            if each.task.light
            else None,
            "due": due(each.task.deadline_on, today) if each.task.deadline_on else "",
        }
        for each in resolutions_of(found)
    ]


def _talk(found: Activity, confided: Confided, viewer: Viewer) -> dict[str, Any]:
    people = by_ids(confided.people)
    return {
        "activity": found,
        "kinds": called(kinds_of([found]).get(found.pk, [])),
        "confided": confided,
        "people": [people[each].name for each in confided.people if each in people],
        "may_withdraw": viewer.person.pk in confided.people and found.withdrawn_on is None,
    }


@either
@members
def withdrawal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Withdraw the record; whoever may read it is told why where that is no longer possible."""
    found, confided = activity_of(viewer, number)
    if confided is None:
        recorded_by(viewer, found.organization_id)
    sheet = Sheet(
        title=_("撤回这条记录"),
        act=_("撤回"),
        back=reverse("activity", kwargs={"number": found.pk}),
        lead=_("撤回以后不再计数，记录仍可查看。开过的活动记错了，请用更正。"),
        about=ABOUT,
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        actions.withdraw(found, reason=typed["reason"], by=viewer.person, at=now())
        return _("已撤回，不再计数。"), sheet.back

    return answered(request, ReasonForm(typed_in(request)), sheet, act)


@either
@members
def resolution(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Add what the meeting decided; it becomes a task at once."""
    found = open_activity(viewer, number)
    organization = recorded_by(viewer, found.organization_id)
    today = localdate()
    sheet = Sheet(
        title=_("补记一条决议"),
        act=_("形成任务"),
        back=reverse("activity", kwargs={"number": found.pk}),
        lead=_("决议写明谁、什么标准、何时前办完，记下就交办。"),
    )

    def act(_typed: dict[str, Any]) -> tuple[str, str]:
        resolved = actions.resolve(found, form.decision(), by=viewer.person, at=now())
        said = _("已交办“%(text)s”，%(due)s。")
        deadline = resolved.task.deadline_on
        return said % {"text": resolved.text, "due": due(deadline, today) if deadline else ""}, sheet.back

    form = DecisionForm(typed_in(request), owners=owners_of(organization, today))
    return answered(request, form, sheet, act)


@require_safe
@members
def enclosure(_request: HttpRequest, viewer: Viewer, number: int, file: int) -> HttpResponse:
    """Hand out a file of the activity: to be saved, never to be shown by the browser."""
    found = open_activity(viewer, number)
    kept = next((each for each in enclosures_of(found) if each.pk == file), None)
    if kept is None:
        raise Http404
    return kept_file(kept.name, kept.digest, kept.media)
