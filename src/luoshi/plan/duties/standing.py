"""Who may do what about duties, by posts held on a day; where others may act, in whose stead somebody acts."""

from collections.abc import Collection
from datetime import date

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import KEEPING, LEADING, Person, Post
from luoshi.ground.people.queries import Held, held_by

from .refusals import NOT_KEEPER, NOT_LEADER, NOT_PUBLISHER


def may_keep(person: Person, place: Organization, on: date) -> bool:
    """Tell whether the person draws up duty lists there: by a keeping post of his own, there or above."""
    return _above(person, place, on, KEEPING)


def may_publish(person: Person, place: Organization, on: date) -> bool:
    """Tell whether the person publishes duty lists there: by a leading post of his own, there or above."""
    return _above(person, place, on, LEADING)


def refuse_not_keeping(person: Person, place: Organization, on: date) -> None:
    """Raise ``Refusal`` for whoever does not draw up duty lists there."""
    if not may_keep(person, place, on):
        raise Refusal(NOT_KEEPER, name=person.name, organization=place.name)


def refuse_not_publishing(person: Person, place: Organization, on: date) -> None:
    """Raise ``Refusal`` for whoever does not publish duty lists there."""
    if not may_publish(person, place, on):
        raise Refusal(NOT_PUBLISHER, name=person.name, organization=place.name)


def refuse_not_leading(person: Person, post: Post, on: date) -> None:
    """Raise ``Refusal`` unless the person holds this leading post himself: what is done in person nobody lends."""
    if not any(each.post == post.pk and each.kind in LEADING for each in _own(person, on)):
        raise Refusal(NOT_LEADER, name=person.name, title=post.title)


def acting_for(person: Person, place: Organization, on: date, refusal: str) -> int | None:
    """Return in whose stead the person acts for the organization, nobody's by a post of his own.

    Raises the refusal for somebody without a post there, own or lent.
    """
    for each in sorted(held_by(person, on), key=lambda one: one.person != person.pk):
        if each.organization == place.pk:
            return None if each.person == person.pk else each.person
    raise Refusal(refusal, name=person.name, organization=place.name, to=place.name)


def _above(person: Person, place: Organization, on: date, kinds: Collection[str]) -> bool:
    return any(each.kind in kinds and place.path.startswith(each.path) for each in _own(person, on))


def _own(person: Person, on: date) -> list[Held]:
    return [each for each in held_by(person, on) if each.person == person.pk]
