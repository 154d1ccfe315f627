"""Study hours, as they follow from who was there: nobody types them, and what is not known is not nothing."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from luoshi.ground.people.models import Holding, Person, PostKind
from luoshi.ground.people.queries import during

from ..attendance import Presence
from ..manners import STUDIES
from ..models import Attendance, Occasion

# 党员教育管理工作条例 art. 20 (norm), and the training plan for secretaries and members of committees.
BATCH = 500
MEMBER_HOURS, LEADING_HOURS = 32, 56
TEAM = (
    PostKind.SECRETARY,
    PostKind.DEPUTY,
    PostKind.ORGANIZATION_MEMBER,
    PostKind.PUBLICITY_MEMBER,
    PostKind.DISCIPLINE_MEMBER,
)


class Floor(StrEnum):
    """How the hours of a year stand to what is the norm 学时下限."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Studied:
    """The study hours of one person in one year 学时: known ones, the norm, and attended activities without hours."""

    person: int
    hours: Decimal
    norm: int
    without_hours: int

    @property
    def floor(self) -> Floor:
        """Whether the norm is met; unknown where what nobody timed could make the difference, or nothing is recorded."""
        if self.hours >= self.norm:
            return Floor.MET
        return Floor.UNKNOWN if self.without_hours or not self.hours else Floor.NOT_MET


def study_hours(people: Collection[Person], year: int) -> dict[int, Studied]:
    """Return the study hours of these people in the year, by their ids; an hour held is an hour studied."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    there = Attendance.objects.filter(
        person__in=people, presence=Presence.PRESENT, activity__held_on__range=(first, last)
    )
    attended = list(there.order_by().values_list("person", "activity", "activity__hours"))
    study = _studies({activity for _person, activity, _hours in attended})
    known: dict[int, list[Decimal | None]] = defaultdict(list)
    for person, activity, hours in attended:
        if activity in study:
            known[person].append(hours)
    leading = _leading(people, first, last)
    return {
        each.pk: Studied(
            each.pk,
            sum((hours for hours in known[each.pk] if hours is not None), Decimal(0)),
            LEADING_HOURS if each.pk in leading else MEMBER_HOURS,
            known[each.pk].count(None),
        )
        for each in people
    }


def _studies(activities: set[int]) -> set[int]:
    """Return which of the activities count as study. Asked apart, because a planner without statistics errs here."""
    wanted = sorted(activities)
    found: set[int] = set()
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        rows = Occasion.objects.filter(activity__in=part, kind__in=sorted(STUDIES)).order_by()
        found.update(rows.values_list("activity", flat=True))
    return found


def _leading(people: Collection[Person], first: date, last: date) -> set[int]:
    held = Holding.objects.filter(during(first, last), person__in=people, post__kind__in=TEAM)
    return set(held.values_list("person", flat=True))
