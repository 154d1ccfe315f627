"""Leaders in the life of branches, and organizations that hold it together: all of it read from who was there."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Q

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..attendance import Capacity, Presence
from ..models import STANDING, Activity, Attendance

ALONGSIDE = (Capacity.LEADER, Capacity.CONTACT)
CAME = Q(presence=Presence.PRESENT)


class Part(NamedTuple):
    """One activity to which somebody was asked as a leader of the branch's own or of its contact point 参加一次."""

    activity: Activity
    capacity: Capacity
    was_there: bool


class Accompanying(NamedTuple):
    """A leader in the life of an organization 参加的领导: as what, how often of how many times, and when last."""

    person: int
    name: str
    capacity: Capacity
    times: int
    asked: int
    last_on: date | None


class Together(NamedTuple):
    """An organization with which another held activities 结对往来: how often, and the latest of them."""

    organization: Organization
    times: int
    latest: Activity


def parts_of(person: Person, since: date) -> list[Part]:
    """Return to what the person was asked as a leader since that day, the latest first; what is confidential is not."""
    found = Attendance.objects.filter(
        person=person,
        capacity__in=ALONGSIDE,
        activity__withdrawn_on=None,
        activity__held_on__gte=since,
    ).select_related("activity__organization")
    rows = found.order_by("-activity__held_on", "-activity_id")
    return [Part(each.activity, Capacity(each.capacity), each.presence == Presence.PRESENT) for each in rows]


def accompanying(organization: Organization, since: date, until: date) -> list[Accompanying]:
    """Return the leaders in the organization's life on these days: its own first, then those of the contact point."""
    found = Attendance.objects.filter(
        activity__organization=organization,
        activity__withdrawn_on=None,
        activity__held_on__range=(since, until),
        capacity__in=ALONGSIDE,
    )
    rows = found.order_by("person").values_list("person", "person__name", "capacity")
    counted = rows.annotate(
        times=Count("pk", filter=CAME), asked=Count("pk"), last_on=Max("activity__held_on", filter=CAME)
    )
    ordered = sorted(counted, key=lambda row: (ALONGSIDE.index(Capacity(row[2])), row[0]))
    return [Accompanying(row[0], row[1], Capacity(row[2]), *row[3:]) for row in ordered]


def together(organization: Organization, since: date, until: date) -> list[Together]:
    """Return with whom the organization held activities on these days, whichever of them recorded it, latest first."""
    either = Q(organization=organization, partner__isnull=False) | Q(partner=organization)
    found = Activity.objects.filter(STANDING, either, confidential=False, held_on__range=(since, until))
    held: dict[Organization, list[Activity]] = defaultdict(list)
    for each in found.select_related("organization", "partner").order_by("-held_on", "-pk"):
        other = each.partner if each.organization_id == organization.pk else each.organization
        if other is not None:
            held[other].append(each)
    return [Together(other, len(activities), activities[0]) for other, activities in held.items()]


def known_contacts(organization: Organization, since: date, people: Iterable[Person]) -> list[Person]:
    """Return who came to the organization as to his contact point since that day, none of these people."""
    came = Attendance.objects.filter(
        CAME,
        activity__organization=organization,
        activity__withdrawn_on=None,
        activity__held_on__gte=since,
        capacity=Capacity.CONTACT,
    )
    mine = [each.pk for each in people]
    return list(Person.objects.filter(pk__in=came.values("person")).exclude(pk__in=mine).order_by("pk"))
