"""What must be true of an activity before anything is written."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.core.rules.kinds import KIND_LABELS
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import held_by

from .. import refusals
from ..lengths import (
    ITEM_LENGTH,
    MINUTES_LENGTH,
    MOST_HOURS,
    PLACE_LENGTH,
    REASON_LENGTH,
    TALK_LENGTH,
    TOPIC_LENGTH,
)
from ..manners import CONFIDENTIAL
from ..telling import Attendee, Decision, Telling


def refuse_unsound(telling: Telling, at: datetime) -> None:
    """Raise ``Refusal`` for an activity that cannot have been as it is told."""
    _refuse_kinds(telling)
    _refuse_day(telling.organization, telling.held_on, localdate(at))
    _refuse_texts(telling)
    refuse_twice(telling.attendees)
    _refuse_people(telling)
    if telling.hours is not None and not _is_sound(telling.hours):
        raise Refusal(refusals.HOURS_ODD, hours=str(telling.hours), most=str(MOST_HOURS))
    if telling.partner == telling.organization:
        raise Refusal(refusals.ITSELF_PARTNER, name=telling.organization.name)


def _refuse_kinds(telling: Telling) -> None:
    if not telling.kinds:
        raise Refusal(refusals.KINDLESS)
    hidden = telling.kinds & CONFIDENTIAL
    if hidden and len(telling.kinds) > 1:
        raise Refusal(refusals.MIXED, kind=KIND_LABELS[min(hidden)])


def _refuse_day(organization: Organization, on: date, today: date) -> None:
    name, founded, ended = organization.name, organization.established_on, organization.dissolved_on
    if on > today:
        raise Refusal(refusals.FUTURE, on=str(on))
    if founded is not None and on < founded:
        raise Refusal(refusals.BEFORE_FOUNDING, name=name, founded=str(founded), on=str(on))
    if ended is not None and on > ended:
        raise Refusal(refusals.AFTER_END, name=name, ended=str(ended), on=str(on))


def _refuse_texts(telling: Telling) -> None:
    if not telling.is_confidential:
        if not telling.topic.strip():
            raise Refusal(refusals.TOPICLESS)
        if not telling.minutes.strip():
            raise Refusal(refusals.MINUTES_EMPTY)
    refuse_overlong(telling.topic, TOPIC_LENGTH)
    refuse_overlong(telling.place, PLACE_LENGTH)
    refuse_overlong(telling.minutes, TALK_LENGTH if telling.is_confidential else MINUTES_LENGTH)
    for item in telling.agenda:
        refuse_overlong(item.text, ITEM_LENGTH)


def refuse_twice(attendees: Iterable[Attendee]) -> None:
    """Raise ``Refusal`` for somebody who is listed twice."""
    seen = set()
    for each in attendees:
        if each.person.pk in seen:
            raise Refusal(refusals.LISTED_TWICE, name=each.person.name)
        seen.add(each.person.pk)


def _refuse_people(telling: Telling) -> None:
    present = {each.person.pk for each in telling.present}
    if telling.is_confidential and len(present) < 2:
        raise Refusal(refusals.ALONE, kind=KIND_LABELS[min(telling.kinds)])
    if not present:
        raise Refusal(refusals.NOBODY_THERE)
    chair = telling.chair
    # A chair from outside, such as a lecturer sent from above, is on no list and was there all the same.
    listed = {each.person.pk for each in telling.attendees}
    if chair is not None and chair.pk in listed and chair.pk not in present:
        raise Refusal(refusals.CHAIR_ABSENT, name=chair.name)


def _is_sound(hours: Decimal) -> bool:
    return 0 < hours <= MOST_HOURS and hours * 2 == int(hours * 2)


def refuse_stranger(organization: Organization, by: Person, at: datetime) -> None:
    """Raise ``Refusal`` where nothing that the person holds reaches the organization."""
    held = held_by(by, localdate(at))
    if not any(organization.path.startswith(each.path) for each in held):
        raise Refusal(refusals.NOT_RECORDER, name=by.name, organization=organization.name)


def refuse_outsider(telling: Telling, by: Person) -> None:
    """Raise ``Refusal`` where the person took no part in what is confidential."""
    if by.pk not in {each.person.pk for each in telling.attendees}:
        raise Refusal(refusals.NOT_IN_TALK, name=by.name, kind=KIND_LABELS[min(telling.kinds)])


def refuse_reasonless(reason: str) -> None:
    """Raise ``Refusal`` for a reason that says nothing, or more than can be kept."""
    if not reason.strip():
        raise Refusal(refusals.REASONLESS)
    refuse_overlong(reason, REASON_LENGTH)


def refuse_loose(decision: Decision) -> None:
    """Raise ``Refusal`` for a decision that names not who, how well and by when."""
    text = decision.text.strip()
    if not text:
        raise Refusal(refusals.UNDECIDED)
    refuse_overlong(text, TOPIC_LENGTH)
    wanting = {
        refusals.WHO: decision.owner is None,
        refusals.STANDARD: not decision.standard.strip(),
        refusals.DEADLINE: decision.deadline_on is None,
    }
    missing = "、".join(name for name, is_missing in wanting.items() if is_missing)
    if missing:
        raise Refusal(refusals.DECISION_INCOMPLETE, text=text[:20], missing=missing)
