"""One activity with all that is recorded of it, and those of a year. Nothing here opens what is confidential."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from luoshi.core.rules.kinds import ActivityKind
from luoshi.ground.organizations.models import Organization

from ..attendance import Ballot, Capacity, Presence
from ..manners import DERIVED
from ..models import Activity, Attendance, Enclosure, Former, Item, Occasion, Resolution
from ..telling import AgendaItem, Attendee, Telling


def find(activity_id: int) -> Activity | None:
    """Return the activity of that number with who is concerned, or nothing."""
    found = Activity.objects.select_related("organization", "chair", "partner")
    return found.filter(pk=activity_id).first()


def resolved_at(reference: str) -> Activity | None:
    """Return the activity that a task's origin names (``activity:12``), or nothing."""
    kind, _colon, number = reference.partition(":")
    return find(int(number)) if kind == "activity" and number.isdecimal() else None


def life(organization: Organization, year: int) -> list[tuple[Activity, list[str]]]:
    """Return what the organization held in the year, the latest first, each with as what it counts.

    Without what is confidential; what was withdrawn comes with no kinds.
    """
    days = (date(year, 1, 1), date(year, 12, 31))
    found = Activity.objects.filter(organization=organization, held_on__range=days, confidential=False)
    activities = list(found.select_related("chair").order_by("-held_on", "-pk"))
    kinds = kinds_of(activities)
    return [(each, kinds.get(each.pk, [])) for each in activities]


def kinds_of(activities: list[Activity]) -> Mapping[int, list[str]]:
    """Return as what the activities count, by their numbers."""
    kinds: dict[int, list[str]] = defaultdict(list)
    rows = Occasion.objects.filter(activity__in=activities).order_by("pk").values_list("activity_id", "kind")
    for activity, kind in rows:
        kinds[activity].append(kind)
    return kinds


def years(organization: Organization) -> list[int]:
    """Return the years in which the organization held something, the latest first."""
    found = Occasion.objects.filter(organization=organization).values_list("month", flat=True).distinct()
    return sorted({month // 12 for month in found}, reverse=True)


def attendance_of(activity: Activity) -> list[Attendance]:
    """Return who was asked to come, with the person, in the order of the list."""
    return list(activity.attendances.select_related("person").order_by("pk"))


def items_of(activity: Activity) -> list[Item]:
    """Return the agenda, each with its task."""
    return list(activity.items.select_related("task").order_by("pk"))


def resolutions_of(activity: Activity) -> list[Resolution]:
    """Return what was resolved, with the tasks and who owns them."""
    return list(activity.resolutions.select_related("task", "task__owner", "task__owner_post").order_by("pk"))


def enclosures_of(activity: Activity) -> list[Enclosure]:
    """Return the files that belong to the activity."""
    return list(activity.enclosures.order_by("pk"))


def enclosed_digests() -> frozenset[str]:
    """Return the digests of all files that belong to any activity, so that nobody clears them away."""
    return frozenset(Enclosure.objects.values_list("digest", flat=True).iterator())


def formers(activity: Activity) -> QuerySet[Former]:
    """Return what was recorded before each correction, the latest first."""
    return activity.formers.select_related("by").order_by("-pk")


def telling_of(activity: Activity) -> Telling:
    """Return what is recorded of an activity that is not confidential, as it would be told now."""
    kinds = kinds_of([activity]).get(activity.pk, [])
    return Telling(
        organization=activity.organization,
        kinds=frozenset(map(ActivityKind, kinds)) - DERIVED,
        held_on=activity.held_on,
        topic=activity.topic,
        minutes=activity.minutes,
        attendees=tuple(
            Attendee(each.person, Presence(each.presence), _said(Capacity(each.capacity)))
            for each in attendance_of(activity)
        ),
        begins=activity.begins,
        hours=activity.hours,
        place=activity.place,
        chair=activity.chair,
        partner=activity.partner,
        ballot=Ballot(activity.ballot),
        agenda=tuple(AgendaItem(each.text, each.task_id) for each in items_of(activity)),
    )


def _said(capacity: Capacity) -> Capacity:
    """Return the capacity as it is said; that somebody is a leader or a guest is found out anew."""
    return capacity if capacity is Capacity.CONTACT else Capacity.MEMBER
