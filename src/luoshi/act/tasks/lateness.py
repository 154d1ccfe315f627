"""The longest overdue below an organization: fifty of ten million, however many organizations and tasks that is.

Two ways, each poor where the other is good. Where much is overdue, the oldest of all hold enough from
this subtree. Where little is, each owner is asked for its first, by one step into an index; the page
lies within the owners whose firsts are the oldest, and no later than the last of these.
"""

from datetime import date

from django.db import connection

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import upper_bound
from luoshi.ground.statements import for_each_driver, run

from .late import LATE
from .models import Task

OLDEST = 2_000
COUNTED = 1_000

_BELOW = "place.path >= %s AND place.path < %s"
_AMONG_OLDEST = for_each_driver(
    """
WITH oldest AS MATERIALIZED (
    SELECT id, owner_id, deadline_on FROM tasks_task WHERE {late} ORDER BY deadline_on, id LIMIT {oldest})
SELECT oldest.id FROM oldest CROSS JOIN organizations_organization place
WHERE place.id = oldest.owner_id AND {below} ORDER BY oldest.deadline_on, oldest.id LIMIT %s
""",
    late=LATE,
    oldest=OLDEST,
    below=_BELOW,
)
_FIRSTS = for_each_driver(
    """
WITH firsts AS MATERIALIZED (
    SELECT (SELECT id FROM tasks_task WHERE owner_id = place.id AND {late}
        ORDER BY deadline_on, id LIMIT 1) AS id
    FROM organizations_organization place WHERE {below})
SELECT task.owner_id, task.deadline_on FROM firsts CROSS JOIN tasks_task task WHERE task.id = firsts.id
ORDER BY task.deadline_on, task.id LIMIT %s
""",
    late=LATE,
    below=_BELOW,
)
_COUNT = for_each_driver(
    """
SELECT count(*) FROM (SELECT 1 FROM organizations_organization place CROSS JOIN tasks_task
WHERE owner_id = place.id AND {below} AND {late} LIMIT {counted}) AS late
""",
    late=LATE,
    below=_BELOW,
    counted=COUNTED,
)
_MORE = for_each_driver(
    "SELECT id FROM tasks_task WHERE {late} ORDER BY deadline_on, id LIMIT 1 OFFSET {oldest}",
    late=LATE,
    oldest=OLDEST,
)
_OF_OWNERS = """
SELECT id FROM tasks_task WHERE owner_id IN ({places}) AND {late} AND deadline_on <= %s
ORDER BY deadline_on, id LIMIT %s
"""


def longest_overdue(organization: Organization, on: date, first: int = 50) -> list[Task]:
    """Return the first of what is overdue on that day at and below the organization, the longest overdue first."""
    day = connection.ops.adapt_datefield_value(on)
    span = (organization.path, upper_bound(organization.path))
    ids = [row[0] for row in run(_AMONG_OLDEST, (day, *span, first)).fetchall()]
    if len(ids) < first and run(_MORE, (day,)).fetchone():
        ids = _by_owners(day, run(_FIRSTS, (day, *span, first)).fetchall(), first)
    return list(Task.objects.filter(pk__in=ids).order_by("deadline_on", "pk"))


def _by_owners(day: object, firsts: list[tuple[int, object]], first: int) -> list[int]:
    """Return the ids of the page from the owners of the firsts, each with its deadline as the driver gave it."""
    if not firsts:
        return []
    # When there are as many firsts as asked for, whatever is later than the last of them is not on the page.
    until = firsts[-1][1] if len(firsts) == first else day
    page = for_each_driver(_OF_OWNERS, places=", ".join(["%s"] * len(firsts)), late=LATE)
    return [row[0] for row in run(page, (*(owner for owner, _day in firsts), day, until, first)).fetchall()]


def overdue_count(organization: Organization, on: date) -> int:
    """Return how many tasks are overdue there on that day, at most a thousand."""
    day = connection.ops.adapt_datefield_value(on)
    span = (organization.path, upper_bound(organization.path))
    return int(run(_COUNT, (*span, day)).fetchone()[0])
