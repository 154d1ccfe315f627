"""Numbers of people and posts at many places at once. Written by hand: a page asks them for one branch or a city."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from luoshi.ground.organizations.ranges import bounds, over_places
from luoshi.ground.statements import run

_PEOPLE = """
SELECT place.path, person.standing, count(*) FROM people_person person
JOIN organizations_organization place ON place.id = person.home_id
WHERE {places} GROUP BY place.path, person.standing
"""
_POSTS = """
SELECT DISTINCT place.path, post.kind FROM people_post post
JOIN organizations_organization place ON place.id = post.organization_id
WHERE post.abolished_on IS NULL AND {places}
"""
_HOLDERS = """
SELECT place.path, post.kind, count(DISTINCT holding.person_id) FROM people_holding holding
JOIN people_post post ON post.id = holding.post_id
JOIN organizations_organization place ON place.id = post.organization_id
WHERE holding.from_on <= %s AND (holding.until_on IS NULL OR holding.until_on >= %s) AND {places}
GROUP BY place.path, post.kind
"""


def people_by_place(paths: Sequence[str]) -> list[tuple[str, str, int]]:
    """Return how many people of each standing are at home at each place at or below the paths."""
    found: list[tuple[str, str, int]] = run(over_places(_PEOPLE, len(paths)), bounds(paths)).fetchall()
    return found


def posts_by_place(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Return the kinds of posts that stand at each place at or below the paths."""
    found: list[tuple[str, str]] = run(over_places(_POSTS, len(paths)), bounds(paths)).fetchall()
    return found


def holders_by_place(paths: Sequence[str], on: date) -> list[tuple[str, str, int]]:
    """Return how many people hold posts of each kind on that day at each place at or below the paths."""
    day = connection.ops.adapt_datefield_value(on)
    held: list[tuple[str, str, int]] = run(
        over_places(_HOLDERS, len(paths)), [day, day, *bounds(paths)]
    ).fetchall()
    return held
