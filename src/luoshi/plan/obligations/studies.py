"""How long the people of organizations studied in a year: kept hours of whoever belongs there by today's registers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from luoshi.act.activities.queries import TEAM
from luoshi.core.rules import Docket, Hours, People, Study
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import above, below
from luoshi.ground.organizations.ranges import bounds, over_places
from luoshi.ground.people.models import Holding, Person, Standing
from luoshi.ground.people.queries import during
from luoshi.ground.statements import run

from .models import YearStudy

Studied = dict[People, dict[Study, int]]

# Written by hand because a city asks them for 33,000 people at once. Nothing on record of somebody is not nothing
# studied. Whom nothing hard is asked of, and who came or was admitted after half of the year, is not counted.
_MEMBERS = """
SELECT 'members', place.path, {columns} FROM organizations_organization place
JOIN people_person person ON person.home_id = place.id
LEFT JOIN obligations_yearstudy study ON study.person_id = person.id AND study.year = %s
WHERE person.standing <> %s AND (person.joined_on IS NULL OR person.joined_on <= %s)
AND NOT COALESCE(study.excused, FALSE) AND {places} GROUP BY place.path
"""
_TEAM = """
SELECT 'team', member.path, {columns} FROM (
    SELECT DISTINCT holding.person_id AS person, place.path AS path FROM organizations_organization place
    JOIN people_post post ON post.organization_id = place.id
    JOIN people_holding holding ON holding.post_id = post.id
    WHERE holding.from_on <= %s AND (holding.until_on IS NULL OR holding.until_on >= %s)
    AND post.kind IN ({kinds}) AND {places}) member
LEFT JOIN obligations_yearstudy study ON study.person_id = member.person AND study.year = %s
WHERE NOT COALESCE(study.excused, FALSE) GROUP BY member.path
""".replace("{kinds}", ", ".join(["%s"] * len(TEAM)))
# How many stand between two floors, for sure and perhaps above.
_SURE = "COUNT(CASE WHEN study.tenths BETWEEN {least} AND {most} AND study.untimed = 0 AND study.tenths > 0 THEN 1 END)"
_UNSURE = "COUNT(CASE WHEN study.tenths BETWEEN {least} AND {most} AND study.untimed > 0 THEN 1 END)"
_UNKNOWN = "COUNT(CASE WHEN COALESCE(study.tenths, 0) = 0 AND COALESCE(study.untimed, 0) = 0 THEN 1 END)"
TENTHS, LARGEST = 10, 2**31
HALF = (6, 30)


def floors(dockets: Collection[Docket], kinds: Collection[str]) -> dict[People, set[int]]:
    """Return the numbers of hours that are asked of organizations of these kinds, by whose hours they are."""
    found: dict[People, set[int]] = defaultdict(set)
    for docket in dockets:
        for kind in kinds:
            for line in docket.uncounted(kind, matters=False):
                if isinstance(line.rule.measure, Hours):
                    found[line.rule.measure.of].add(line.rule.measure.floor)
    return found


def studied(
    paths: Sequence[str], year: int, today: date, asked: Mapping[People, Collection[int]]
) -> dict[str, Studied]:
    """Return for each place at and below the paths how many of its people studied how long in the year.

    Hours are told as the highest floor asked for that they reach. Members count in all places above theirs too,
    whoever holds a post in the organization's team only there. One statement.
    """
    half, last = date(year, *HALF), min(today, date(year, 12, 31))
    found: dict[str, Studied] = defaultdict(dict)
    parts: list[str] = []
    values: list[Any] = []
    if asked.get("members"):
        parts.append(_MEMBERS)
        values += [year, Standing.NONE.value, _day(half), *bounds(paths)]
    if asked.get("team"):
        parts.append(_TEAM)
        values += [_day(min(half, last)), _day(last), *sorted(TEAM), *bounds(paths), year]
    if not parts:
        return found
    columns, studies = _columns({floor for each in asked.values() for floor in each})
    statement = over_places(" UNION ALL ".join(parts).replace("{columns}", columns), len(paths))
    for whose, path, *counts in run(statement, values).fetchall():
        spread = [(study, people) for study, people in zip(studies, counts, strict=True) if people]
        for place in (path, *above(path)) if whose == "members" else (path,):
            _add(found, place, whose, spread)
    return found


def _columns(asked: Collection[int]) -> tuple[str, list[Study]]:
    """Return what is counted, by what of the floors somebody reaches, and what each column means."""
    steps = sorted({0, *asked})
    ends = [floor * TENTHS - 1 for floor in steps[1:]] + [LARGEST]
    spans = [(floor * TENTHS, end) for floor, end in zip(steps, ends, strict=True)]
    counted = [each.format(least=least, most=most) for each in (_SURE, _UNSURE) for least, most in spans]
    studies = [Study(hours, unsure) for unsure in (False, True) for hours in steps]
    return ", ".join([*counted, _UNKNOWN]), [*studies, Study(0, unsure=True)]


def _add(found: dict[str, Studied], place: str, whose: People, counts: list[tuple[Study, int]]) -> None:
    spread = found[place].setdefault(whose, {})
    for study, people in counts:
        spread[study] = spread.get(study, 0) + people


def _day(value: date) -> Any:
    return connection.ops.adapt_datefield_value(value)


class Learner(NamedTuple):
    """One person whose hours are counted 应计学时人员, and how long that person studied."""

    person: Person
    study: Study


def learners(organization: Organization, whose: People, year: int, today: date) -> list[Learner]:
    """Return those whom ``studied`` counts for the organization, with their full hours, whoever has least first."""
    half, last = date(year, *HALF), min(today, date(year, 12, 31))
    if whose == "members":
        admitted = Q(joined_on=None) | Q(joined_on__lte=half)
        people = Person.objects.filter(below(organization.path, "home__path"), admitted)
        people = people.exclude(standing=Standing.NONE)
    else:
        held = Holding.objects.filter(
            during(last, last),
            from_on__lte=min(half, last),
            post__organization=organization,
            post__kind__in=TEAM,
        )
        people = Person.objects.filter(pk__in=held.values("person"))
    kept = {each.person_id: each for each in YearStudy.objects.filter(person__in=people, year=year)}
    found = []
    for person in people:
        known = kept.get(person.pk)
        if known is None:
            found.append(Learner(person, Study(0, unsure=True)))
        elif not known.excused:
            unsure = bool(known.untimed or not known.tenths)
            found.append(Learner(person, Study(known.tenths / TENTHS, unsure)))
    return sorted(found, key=lambda each: (each.study.hours, each.person.name))
