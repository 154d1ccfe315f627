"""Talks and home visits: recorded by who took part, read by them and the responsible superior alone."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from luoshi.act.activities import actions, refusals
from luoshi.act.activities.lengths import PLACE_LENGTH, TALK_LENGTH, TOPIC_LENGTH
from luoshi.act.activities.manners import CONFIDENTIAL
from luoshi.act.activities.queries import confided_in, confided_to, kinds_of
from luoshi.act.activities.telling import Attendee, Telling
from luoshi.core.refusals import Refusal
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, ActForm, either
from luoshi.edge.web.days import DayField
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.paths import STEP
from luoshi.ground.people.queries import by_ids
from luoshi.ground.people.staff import at_home

from .finding import seen
from .forms import area
from .naming import PeopleField
from .words import called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luoshi.act.activities.confidences import Confided
    from luoshi.act.activities.models import Activity
    from luoshi.ground.organizations.models import Organization
    from luoshi.ground.people.models import Person

ABOUT = {refusals.FUTURE: "held_on", refusals.ALONE: "others", refusals.LISTED_TWICE: "others"}
KINDS = [(kind.value, kind) for kind in sorted(CONFIDENTIAL, reverse=True)]


class TalkForm(ActForm):
    """One talk or visit: with whom, and as much of what was said as its people want kept."""

    kind = forms.ChoiceField(label=gettext_lazy("类别"))
    held_on = DayField(label=gettext_lazy("日期"))
    others = PeopleField(label=gettext_lazy("还有谁"), help_text=gettext_lazy("写全名，用顿号分开"))
    topic = forms.CharField(label=gettext_lazy("谈什么"), max_length=TOPIC_LENGTH, required=False)
    place = forms.CharField(label=gettext_lazy("地点"), max_length=PLACE_LENGTH, required=False)
    minutes = area(
        gettext_lazy("内容"), TALK_LENGTH, 5, gettext_lazy("加密保存，只有参加的人和上级主要负责人能看")
    )

    def __init__(
        self, *args: Any, organization: Organization, people: Sequence[Person], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.organization, self.people = organization, people
        kinds = [(value, called([each])) for value, each in KINDS]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a choice field has them
        self.fields["others"].paths = (organization.path[:STEP],)  # type: ignore[attr-defined]  # as above
        for each in people:
            self.fields[f"with-{each.pk}"] = forms.BooleanField(label=each.name, required=False)

    def telling(self, recorder: Person) -> Telling:
        """Return what was typed; whoever records took part."""
        said = self.cleaned_data
        chosen = [each for each in self.people if said[f"with-{each.pk}"]]
        return Telling(
            organization=self.organization,
            kinds=frozenset({ActivityKind(said["kind"])}),
            held_on=said["held_on"],
            topic=said["topic"],
            minutes=said["minutes"],
            attendees=tuple(Attendee(each) for each in (recorder, *chosen, *said["others"])),
            place=said["place"],
        )


@either
@members
def talk(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Ask with whom (GET), or record it sealed (POST)."""
    organization = seen(viewer, number)
    people = [each for each in at_home(organization) if each != viewer.person]
    data = request.POST if request.method == "POST" else None
    once = request.POST.get("once", "")[:40] if data is not None else secrets.token_urlsafe(16)
    form = TalkForm(data, organization=organization, people=people, initial={"held_on": localdate()})
    if data is not None and form.is_valid():
        try:
            done = actions.record(
                form.telling(viewer.person), by=viewer.person, at=now(), once=f"{viewer.account.pk}:{once}"
            )
        except Refusal as refusal:
            form.add_error(ABOUT.get(refusal.sentence), sentence(refusal))
        else:
            messages.success(request, _("已加密保存，只有参加的人和上级主要负责人能看。"))
            return redirect("activity", number=done.pk)
    context = {
        "one": organization,
        "form": form,
        "people": [form[f"with-{each.pk}"] for each in people],
        "once": once,
    }
    return page(request, "activities/talking.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_safe
@members
def talks(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List one's own talks and visits of this year; of an organization, those that one may know of."""
    today = localdate()
    asked = request.GET.get("organization", "")
    one = seen(viewer, int(asked)) if asked.isdecimal() and len(asked) < 12 else None
    known = (
        confided_to(viewer.person, today.year, today)
        if one is None
        else confided_in(one, viewer.person, today.year, today)
    )
    context = {
        "one": one,
        "place": one or viewer.person.home,
        "year": today.year,
        "talks": _lines(known),
    }
    return page(request, "activities/talks.html", context)


def _lines(known: Sequence[tuple[Activity, Confided]]) -> list[dict[str, Any]]:
    kinds = kinds_of([activity for activity, _confided in known])
    people = by_ids({number for _activity, confided in known for number in confided.people})
    return [
        {
            "activity": activity,
            "kinds": called(kinds.get(activity.pk, [])),
            "topic": confided.topic,
            "people": "、".join(people[each].name for each in confided.people if each in people),
        }
        for activity, confided in known
    ]
