"""Who is asked to come, as rows of a form: everybody is there unless tapped, and then says why not in one word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.act.activities.attendance import Capacity, Presence
from luoshi.act.activities.telling import Attendee

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from luoshi.ground.people.models import Person

REASONS = [(each.value, each.label) for each in Presence if each is not Presence.PRESENT]


@dataclass(frozen=True)
class Row:
    """One person of the list 名单行: the box that says he was away, and why."""

    person: Person
    away: forms.BoundField
    why: forms.BoundField


def add_rows(form: forms.Form, people: Sequence[Person], was: Iterable[Attendee] = ()) -> None:
    """Give the form a box and a reason for each of the people, as they were when this was recorded before."""
    before = {each.person.pk: each.presence for each in was}
    for person in people:
        presence = before.get(person.pk, Presence.PRESENT)
        absent = presence is not Presence.PRESENT
        form.fields[f"away-{person.pk}"] = forms.BooleanField(
            label=person.name, required=False, initial=absent
        )
        form.fields[f"why-{person.pk}"] = forms.ChoiceField(
            label=_("缺席原因"),
            choices=REASONS,
            required=False,
            initial=presence if absent else Presence.LEAVE,
            widget=forms.Select,
        )


def rows(form: forms.Form, people: Sequence[Person]) -> list[Row]:
    """Return the rows of these people."""
    return [Row(each, form[f"away-{each.pk}"], form[f"why-{each.pk}"]) for each in people]


def attendees(
    cleaned: dict[str, Any], people: Sequence[Person], guests: Iterable[Person], contacts: Iterable[Person]
) -> tuple[Attendee, ...]:
    """Return who came and who did not, as the form says."""
    listed = [Attendee(each, _presence(cleaned, each)) for each in people]
    return (
        *listed,
        *(Attendee(each) for each in guests),
        *(Attendee(each, capacity=Capacity.CONTACT) for each in contacts),
    )


def _presence(cleaned: dict[str, Any], person: Person) -> Presence:
    if not cleaned[f"away-{person.pk}"]:
        return Presence.PRESENT
    return Presence(cleaned[f"why-{person.pk}"] or Presence.LEAVE)
