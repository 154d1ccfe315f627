"""A hearing is convened with what the records say, arranged, held; what it decides becomes tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.tasks.actions import dispatch, draft
from luoshi.act.tasks.origins import Origin
from luoshi.core.periods import period_of
from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..agenda import period_words, proposed
from ..lengths import AGENDA_LENGTH, MINUTES_LENGTH, PLACE_LENGTH
from ..models import Hearing, HearingDecision
from ..queries.hearings import figures, half_year
from ..refusals import (
    DECIDED,
    HEARING_AHEAD,
    HEARING_KNOWN,
    HEARING_OVER,
    NO_AGENDA,
    NO_MINUTES,
    NOT_LEADING,
    OTHER_HALF,
)
from ..standing import acting_for

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
    from luoshi.act.tasks.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Arrangement:
    """When and where a hearing is, and what it goes through 会议安排."""

    planned_on: date
    place: str
    agenda: Sequence[str]

    def items(self) -> list[str]:
        """Return the items that say something. Raises ``Refusal`` for none, and for what is too long."""
        said = [each.strip() for each in self.agenda if each.strip()]
        if not said:
            raise Refusal(NO_AGENDA)
        for each in said:
            refuse_overlong(each, AGENDA_LENGTH)
        refuse_overlong(self.place, PLACE_LENGTH)
        return said


@transaction.atomic
def convene(organization: Organization, planned_on: date, *, by: Person, at: datetime) -> Hearing:
    """Convene the organization's hearing of the half-year of that day, with an agenda from the records; return it.

    Raises ``Refusal`` for somebody who cannot act for the organization, and for a second one in the half-year.
    """
    place = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    on = localdate(at)
    for_whom = acting_for(by, place, on, NOT_LEADING)
    period = period_of("half_year", planned_on)
    known = Hearing.objects.filter(organization=place, period=period.key).first()
    if known is not None:
        facts = {"period": period_words(period.key), "on": (known.held_on or known.planned_on).isoformat()}
        raise Refusal(HEARING_KNOWN, organization=place.name, **facts)
    agenda = proposed(period, figures(place, period, on))
    made = Hearing.objects.create(organization=place, period=period.key, planned_on=planned_on, agenda=agenda)
    facts = {"organization": place.code, "period": period.key}
    told = {**facts, "planned_on": planned_on, "agenda": agenda}
    append(made.chain, "hearing.convened", by=by.pk, at=at, for_whom=for_whom, facts=told)
    return made


@transaction.atomic
def arrange(hearing: Hearing, arrangement: Arrangement, *, by: Person, at: datetime) -> Hearing:
    """Change day, place or agenda of a hearing to come, and return it. Raises ``Refusal`` for one that was held."""
    current, for_whom = _open(hearing, by, at)
    items = arrangement.items()
    _refuse_other_half(current, arrangement.planned_on)
    current.planned_on, current.place = arrangement.planned_on, arrangement.place.strip()
    current.agenda = items
    current.save(update_fields=["planned_on", "place", "agenda"])
    facts = {"planned_on": current.planned_on, "place": current.place, "agenda": items}
    append(current.chain, "hearing.arranged", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


@transaction.atomic
def hold(hearing: Hearing, *, held_on: date, present: str, minutes: str, by: Person, at: datetime) -> Hearing:
    """Record that it was held, and freeze the figures of that moment; return it.

    Raises ``Refusal`` for a day to come or in another half-year, without minutes, and for one that was held already.
    """
    current, for_whom = _open(hearing, by, at)
    on = localdate(at)
    if held_on > on:
        raise Refusal(HEARING_AHEAD, on=held_on.isoformat())
    _refuse_other_half(current, held_on)
    if not minutes.strip():
        raise Refusal(NO_MINUTES)
    for text in (minutes, present):
        refuse_overlong(text, MINUTES_LENGTH)
    current.held_on, current.present, current.minutes = held_on, present.strip(), minutes.strip()
    current.figures = figures(current.organization, half_year(current.period), on)
    current.save(update_fields=["held_on", "present", "minutes", "figures"])
    facts = {
        "held_on": held_on,
        "present": current.present,
        "minutes": current.minutes,
        "figures": current.figures,
    }
    append(current.chain, "hearing.held", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


@transaction.atomic
def decide(hearing: Hearing, proposal: Proposal, *, by: Person, at: datetime) -> Task:
    """Make what was decided a task of the hearing's organization, dispatched at once; return the task.

    Who issues it and where it comes from is not asked of the proposal. Raises ``Refusal`` as ``arrange``, and the loop's.
    """
    current = _locked(hearing)
    for_whom = acting_for(by, current.organization, localdate(at), NOT_LEADING)
    decided = HearingDecision.objects.filter(hearing=current)
    known = decided.filter(task__title=proposal.title.strip()).first()
    if known is not None:
        raise Refusal(DECIDED, title=proposal.title.strip(), number=str(known.task_id))
    place = decided.count() + 1
    issued = replace(
        proposal,
        origin=Origin.RESOLUTION,
        issuer=current.organization,
        origin_reference=f"{current.chain}/{place}",
    )
    task = dispatch(draft(issued, by=by, at=at), by=by, at=at)
    HearingDecision.objects.create(hearing=current, place=place, task=task)
    facts = {"place": place, "task": task.pk, "title": task.title}
    append(current.chain, "hearing.decided", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return task


def _refuse_other_half(hearing: Hearing, on: date) -> None:
    if on not in half_year(hearing.period):
        raise Refusal(OTHER_HALF, on=on.isoformat(), period=period_words(hearing.period))


def _locked(hearing: Hearing) -> Hearing:
    found = Hearing.objects.select_for_update(of=("self",)).select_related("organization")
    return found.get(pk=hearing.pk)


def _open(hearing: Hearing, by: Person, at: datetime) -> tuple[Hearing, int | None]:
    current = _locked(hearing)
    for_whom = acting_for(by, current.organization, localdate(at), NOT_LEADING)
    if current.held_on is not None:
        raise Refusal(HEARING_OVER, on=current.held_on.isoformat())
    return current, for_whom
