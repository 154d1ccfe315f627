"""Figures of organizational life: how often, where, as what, in which month."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import topmost, upper_bound
from luoshi.ground.statements import for_each_driver, run

from ..attendance import BELONGING, Presence
from ..models import Activity, Attendance, Occasion
from ..telling import month_of

# Written by hand because a city asks it for 1,500 branches and a year at once; the join reads the index alone.
_COUNTS = """
SELECT occasion.organization_id, occasion.kind, occasion.month, count(*)
FROM activities_occasion occasion
JOIN organizations_organization place ON place.id = occasion.organization_id
WHERE occasion.month >= %s AND occasion.month <= %s AND ({places})
GROUP BY occasion.organization_id, occasion.kind, occasion.month
"""


# Written by hand because a branch's year is asked all day long.
_HELD = """
SELECT occasion.organization_id, occasion.kind, activity.id, activity.held_on, activity.topic
FROM activities_occasion occasion JOIN activities_activity activity ON activity.id = occasion.activity_id
WHERE occasion.organization_id IN ({marks}) AND occasion.month >= %s AND occasion.month <= %s
AND activity.held_on >= %s AND activity.held_on <= %s
ORDER BY activity.held_on, activity.id, occasion.kind
"""


class MonthCount(NamedTuple):
    """How often an organization held activities of one kind in one month 月度次数.

    The month is counted since the year 0: see ``telling.month_of`` and ``telling.first_of``.
    """

    organization: int
    kind: str
    month: int
    n: int


class Met(NamedTuple):
    """One activity that counts as a kind 已开展: what a duty was met by. Of what is confidential the topic is empty."""

    kind: str
    activity: int
    held_on: date
    topic: str


def counts(paths: Iterable[str], since: date, until: date) -> list[MonthCount]:
    """Return how often what was held at and below the paths, in the months from the first day's to the last day's.

    One statement on both databases, in no order. Talks and visits are counted like everything else.
    """
    reached = topmost(paths)
    if not reached:
        return []
    places = " OR ".join(["place.path >= %s AND place.path < %s"] * len(reached))
    bounds = [bound for path in reached for bound in (path, upper_bound(path))]
    found = run(for_each_driver(_COUNTS.format(places=places)), [month_of(since), month_of(until), *bounds])
    return [MonthCount(*row) for row in found.fetchall()]


def held(organization: Organization, year: int) -> list[Met]:
    """Return what the organization held in the year, once for each kind that it counts as, by day."""
    months = (month_of(date(year, 1, 1)), month_of(date(year, 12, 31)))
    found = Occasion.objects.filter(organization=organization, month__range=months)
    rows = found.order_by("activity__held_on", "activity_id", "kind")
    return [
        Met(*row) for row in rows.values_list("kind", "activity_id", "activity__held_on", "activity__topic")
    ]


def held_by(organizations: Sequence[int], since: date, until: date) -> list[tuple[int, Met]]:
    """Return what these organizations (ids) held on these days, each with its organization, by day."""
    if not organizations:
        return []
    marks = ", ".join(["%s"] * len(organizations))
    days = [connection.ops.adapt_datefield_value(day) for day in (since, until)]
    values = [*organizations, month_of(since), month_of(until), *days]
    found = run(for_each_driver(_HELD.replace("{marks}", marks)), values).fetchall()
    return [(row[0], Met(row[1], row[2], _day(row[3]), row[4])) for row in found]


def _day(value: date | str) -> date:
    """Return a day as the driver gives it: SQLite's is a text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def organizations_of(activities: Iterable[int]) -> set[int]:
    """Return the ids of the organizations whose activities these are, standing or withdrawn."""
    return set(Activity.objects.filter(pk__in=activities).values_list("organization", flat=True))


def presence_counts(activities: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return how many were there of how many who were expected, for each of the activities."""
    wanted = list(activities)
    found: dict[int, tuple[int, int]] = dict.fromkeys(wanted, (0, 0))
    rows = Attendance.objects.filter(activity__in=wanted, capacity__in=BELONGING)
    for activity, presence in rows.values_list("activity_id", "presence").iterator():
        there, due = found[activity]
        found[activity] = (there + (presence == Presence.PRESENT), due + 1)
    return found
