"""What is said of an activity when it is recorded or corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from luoshi.act.tasks.proof import Attached
from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person, Post

from .attendance import Ballot, Capacity, Presence
from .manners import CONFIDENTIAL, DERIVED


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person who was asked to come 参加人: whether he came, and as what."""

    person: Person
    presence: Presence = Presence.PRESENT
    capacity: Capacity = Capacity.MEMBER


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing on the agenda 议题; ``task`` is the number of the task that it is about."""

    text: str
    task: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting resolves 决议要素: who does it, to what standard, by when. It becomes a task at once."""

    text: str
    owner: Organization | None
    standard: str
    deadline_on: date | None
    owner_post: Post | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """An activity as it is told 活动记录: of whom, what it counts as, when, who was there, what was said.

    ``hours`` is in hours of the clock. ``partner`` is the organization that it was held with.
    """

    organization: Organization
    kinds: frozenset[ActivityKind]
    held_on: date
    topic: str
    minutes: str
    attendees: tuple[Attendee, ...]
    begins: time | None = None
    hours: Decimal | None = None
    place: str = ""
    chair: Person | None = None
    partner: Organization | None = None
    ballot: Ballot = Ballot.NONE
    agenda: tuple[AgendaItem, ...] = ()
    enclosures: tuple[Attached, ...] = ()

    @property
    def is_confidential(self) -> bool:
        """Whether only participants and the responsible superior may know of it."""
        return bool(self.kinds & CONFIDENTIAL)

    @property
    def stated(self) -> frozenset[ActivityKind]:
        """As what it counts by what is said of it, whoever came: together with a partner it is twinning too."""
        with_partner = {ActivityKind.TWINNING} if self.partner else set()
        return (self.kinds | with_partner) - DERIVED

    @property
    def present(self) -> list[Attendee]:
        """Who was there."""
        return [each for each in self.attendees if each.presence == Presence.PRESENT]

    def told(self) -> dict[str, Any]:
        """Return all of it as plain values: people by their ids, organizations by their codes."""
        return {
            "organization": self.organization.code,
            "kinds": sorted(self.stated),
            "held_on": self.held_on.isoformat(),
            "topic": self.topic,
            "minutes": self.minutes,
            "attendees": sorted(
                f"{each.person.pk}:{each.presence}:{each.capacity}" for each in self.attendees
            ),
            "begins": self.begins.isoformat(timespec="minutes") if self.begins else None,
            "hours": hours_text(self.hours),
            "place": self.place,
            "chair": self.chair.pk if self.chair else None,
            "partner": self.partner.code if self.partner else None,
            "ballot": str(self.ballot),
            "agenda": [[each.text, each.task] for each in self.agenda],
        }


def hours_text(hours: Decimal | None) -> str | None:
    """Return hours in the one way in which the ledger writes them."""
    return None if hours is None else format(hours.quantize(Decimal("0.1")), "f")


def changed(was: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Return the names of what two tellings tell differently."""
    return sorted(name for name in now if was.get(name) != now[name])


def month_of(day: date) -> int:
    """Return the month in which the day is, counted since the year 0."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> date:
    """Return the first day of a month that was counted so."""
    return date(month // 12, month % 12 + 1, 1)


def months(first: date, last: date) -> Iterable[int]:
    """Return the months from the one day to the other, as they are counted."""
    return range(month_of(first), month_of(last) + 1)
