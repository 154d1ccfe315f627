"""What importing a ledger would do: each row an activity or the reason why not, at its cell. Nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from luoshi.act.activities.actions.enter import identity, recorded_among
from luoshi.act.activities.actions.soundness import refuse_unsound
from luoshi.act.activities.attendance import Presence
from luoshi.act.activities.manners import CONFIDENTIAL
from luoshi.act.activities.refusals import NO_TABLE_FOR_TALK
from luoshi.act.activities.telling import Attendee, Telling
from luoshi.core.formats import address
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.workbooks import Verdict, VerdictKind
from luoshi.edge.exchange.workbooks.preview import verdict
from luoshi.edge.exchange.workbooks.refusals import BECAUSE
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import STEP
from luoshi.ground.people.models import Person

from . import cells, refusals
from .layout import FIELDS, Layout
from .people import Register
from .sheets import Sheet

# Elsewhere a break in a cell is only where the column was too narrow.
LINED = ("people", "away", "chair", "minutes")


class Faulty(Exception):
    """A cell that cannot be taken: which field it belongs to, and the sentence with its facts."""

    def __init__(self, field: str, sentence: str, **facts: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence, self.facts = field, sentence, facts


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be imported 导入预览: the activities, what is refused at which cell, rows merged, rows known already."""

    tellings: Sequence[Telling]
    faults: Sequence[Verdict]
    merged: int
    known: int
    rows: int
    unmapped: Sequence[str] = ()

    @property
    def new(self) -> int:
        """How many activities would be new."""
        return len(self.tellings) - self.known


def foreseen(sheet: Sheet, layout: Layout, organization: Organization, *, at: datetime) -> Foreseen:
    """Return what importing the ledger for the organization, and all below it, would do at that moment."""
    unmapped = [field.label for field in FIELDS if field.required and field.name not in layout]
    if unmapped:
        return Foreseen((), (), 0, 0, len(sheet.rows), unmapped)
    register = Register(organization, organization.path[:STEP])
    register.look_up(
        name
        for row in sheet.rows.values()
        for field in ("people", "away", "chair")
        for name, _remark in cells.names_of(_cell(row, layout, field))
    )
    found: dict[Any, Telling] = {}
    faults, taken = [], 0
    for number, row in sorted(sheet.rows.items()):
        try:
            telling = _telling(row, layout, register, spans=number in sheet.merged)
            refuse_unsound(telling, at)
        except Faulty as fault:
            faults.append(_fault(number, layout, fault))
        except Refusal as refusal:
            faults.append(_refused(number, layout, refusal))
        else:
            key = identity(telling)
            found[key] = _merged(found[key], telling) if key in found else telling
            taken += 1
    tellings = list(found.values())
    return Foreseen(
        tellings, faults, taken - len(found), len(recorded_among(tellings) & set(found)), len(sheet.rows)
    )


def _cell(row: Sequence[str], layout: Layout, field: str) -> str:
    place = layout.get(field, 0)
    return row[place - 1].strip() if 0 < place <= len(row) else ""


def _telling(row: Sequence[str], layout: Layout, register: Register, *, spans: bool) -> Telling:
    said = {field.name: _cell(row, layout, field.name) for field in FIELDS}
    said = {name: text if name in LINED else " ".join(text.split()) for name, text in said.items()}
    if spans:
        raise Faulty("held_on", refusals.SPANNING)
    for field in FIELDS:
        if field.required and not said[field.name]:
            raise Faulty(field.name, refusals.MISSING, label=field.label)
    place = register.place(said["organization"])
    if place is None:
        raise Faulty("organization", refusals.NO_PLACE, value=said["organization"])
    kinds = _kinds(said["kinds"])
    attendees = _attendees(said, register, place)
    return Telling(
        organization=place,
        kinds=kinds,
        held_on=_read("held_on", said, cells.day_of, refusals.NO_DAY),
        topic=said["topic"],
        minutes=said["minutes"],
        attendees=attendees,
        hours=_read("hours", said, cells.hours_of, refusals.NO_HOURS),
        place=said["place"],
        chair=_chair(said["chair"], register, place),
    )


def _read(field: str, said: Mapping[str, str], meaning: Any, sentence: str) -> Any:
    try:
        return meaning(said[field])
    except ValueError:
        raise Faulty(field, sentence, value=said[field]) from None


def _kinds(text: str) -> Any:
    try:
        kinds = cells.kinds_of(text)
    except ValueError as fault:
        raise Faulty("kinds", refusals.NO_KIND, value=str(fault)) from None
    if kinds & CONFIDENTIAL:
        raise Refusal(NO_TABLE_FOR_TALK)
    return kinds


def _attendees(said: Mapping[str, str], register: Register, place: Organization) -> tuple[Attendee, ...]:
    away: dict[int, Attendee] = {}
    for name, remark in cells.names_of(said["away"]):
        person = _person(name, register, place, "away")
        if person.pk in away:
            raise Faulty("away", refusals.TWICE, value=name)
        away[person.pk] = Attendee(person, cells.presence_of(remark, Presence.LEAVE))
    if cells.means_everybody(said["people"]):
        there = [person for person in register.members(place) if person.pk not in away]
    else:
        there = _listed(said["people"], register, place, set(away))
    return (*(Attendee(person) for person in there), *away.values())


def _listed(text: str, register: Register, place: Organization, away: set[int]) -> list[Person]:
    there: dict[int, Person] = {}
    for name, _remark in cells.names_of(text):
        person = _person(name, register, place, "people")
        if person.pk in there or person.pk in away:
            raise Faulty("people", refusals.TWICE, value=name)
        there[person.pk] = person
    return list(there.values())


def _person(name: str, register: Register, place: Organization, field: str) -> Person:
    same = register.named(name, place)
    if not same:
        raise Faulty(field, refusals.NOBODY, value=name)
    if len(same) > 1:
        raise Faulty(field, refusals.SEVERAL, value=name, count=str(len(same)))
    return same[0]


def _chair(text: str, register: Register, place: Organization) -> Person | None:
    named = next((name for name, _remark in cells.names_of(text)), "")
    return _person(named, register, place, "chair") if named else None


def _merged(first: Telling, second: Telling) -> Telling:
    """Return one activity of two rows about it, such as one from each of two parts of a ledger."""
    listed = {each.person.pk: each for each in (*second.attendees, *first.attendees)}
    minutes = first.minutes if second.minutes in first.minutes else f"{first.minutes}\n{second.minutes}"
    return replace(
        first,
        kinds=first.kinds | second.kinds,
        attendees=tuple(listed.values()),
        minutes=minutes,
        hours=first.hours or second.hours,
    )


def _fault(row: int, layout: Layout, fault: Faulty) -> Verdict:
    place = layout.get(fault.field, 1)
    return verdict(VerdictKind.REFUSED, row, place, fault.sentence, **fault.facts)


def _refused(row: int, layout: Layout, refusal: Refusal) -> Verdict:
    place = layout["held_on"]
    return Verdict(row, place, VerdictKind.REFUSED, BECAUSE, {"cell": address(row, place)}, refusal)
