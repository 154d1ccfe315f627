"""How long people studied, year by year: what figures of study hours are kept from."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from luoshi.ground.statements import for_each_driver, run

from ..attendance import Presence
from ..manners import STUDIES
from ..models import Attendance, Former

TENTHS = 10
# Written by hand because everybody's is asked at once after an import. An activity that counts as two kinds of study was
# attended once; one that was withdrawn counts as none.
_STUDYING = """
SELECT person, year, SUM(CASE WHEN presence = %s THEN hours ELSE 0 END),
    SUM(CASE WHEN presence = %s AND hours IS NULL THEN 1 ELSE 0 END),
    SUM(CASE WHEN presence = %s THEN 1 ELSE 0 END), COUNT(*)
FROM (SELECT attendance.person_id AS person, attendance.presence AS presence, activity.hours AS hours,
        (SELECT MIN(occasion.month) / 12 FROM activities_occasion occasion
        WHERE occasion.activity_id = activity.id AND occasion.kind IN ({kinds})) AS year
    FROM activities_attendance attendance JOIN activities_activity activity ON activity.id = attendance.activity_id
    WHERE attendance.presence IN (%s, %s) AND {whose}) attended
WHERE year IS NOT NULL GROUP BY person, year
"""


class Learning(NamedTuple):
    """How long somebody studied in one year 参学情况.

    ``tenths`` of hours are known, and so many activities nobody timed (``untimed``). Somebody is ``excused`` who was let
    off as one of whom nothing hard is asked, at least as often as he came.
    """

    person: int
    year: int
    tenths: int
    untimed: int
    excused: bool


def learning(people: Collection[int] | None = None) -> list[Learning]:
    """Return how long these people studied, everybody where none are named, in every year that is on record."""
    whose = "1 = 1" if people is None else f"attendance.person_id IN ({_marks(people)})"
    there, excused = str(Presence.PRESENT), str(Presence.EXEMPT)
    values = [there, there, excused, *sorted(STUDIES), there, excused, *(people or ())]
    rows = run(for_each_driver(_STUDYING, kinds=_marks(STUDIES), whose=whose), values).fetchall()
    return [
        Learning(
            person,
            year,
            round((hours or 0) * TENTHS),
            untimed,
            excused=bool(let_off and 2 * let_off >= times),
        )
        for person, year, hours, untimed, let_off, times in rows
    ]


def people_of(activities: Iterable[int]) -> set[int]:
    """Return the ids of everybody who was told to be expected at these activities, now or before a correction."""
    wanted = list(activities)
    found = set(Attendance.objects.filter(activity__in=wanted).values_list("person", flat=True))
    for telling in Former.objects.filter(activity__in=wanted).values_list("telling", flat=True):
        found.update(int(each.partition(":")[0]) for each in telling["attendees"])
    return found


def _marks(values: Collection[object]) -> str:
    return ", ".join(["%s"] * len(values)) or "NULL"
