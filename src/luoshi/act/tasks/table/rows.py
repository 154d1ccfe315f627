"""Tasks as plain rows: what a list shows of them, read in one statement and made into no models."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from luoshi.ground.statements import for_each_driver, run


class TaskRow(NamedTuple):
    """What a list shows of one task 一行; state, light and origin as they are stored, ``moved_at`` in ISO 8601."""

    id: int
    title: str
    state: str
    light: str
    origin: str
    deadline_on: date | None
    original_deadline_on: date | None
    dispatched_on: date | None
    asked_deadline_on: date | None
    recurrence: str | None
    progress: int | None
    blocked: bool
    urges: int
    relapses: int
    owner: str | None
    owner_path: str | None
    owner_post: str | None
    issuer: str
    issuer_path: str
    issuer_id: int
    moved_at: str


_DAYS = slice(5, 9)
_READ = """
SELECT task.id, task.title, task.state, task.light, task.origin, task.deadline_on, task.original_deadline_on,
    task.dispatched_on, task.asked_deadline_on, task.recurrence, task.progress, task.blocked, task.urges,
    task.relapses, COALESCE(NULLIF(place.short_name, ''), place.name), place.path, post.title,
    COALESCE(NULLIF(issuer.short_name, ''), issuer.name), issuer.path, issuer.id, task.moved_at
FROM tasks_task task JOIN organizations_organization issuer ON issuer.id = task.issuer_id
LEFT JOIN organizations_organization place ON place.id = task.owner_id
LEFT JOIN people_post post ON post.id = task.owner_post_id
WHERE task.id IN ({places})
"""


def rows(ids: Sequence[int]) -> list[TaskRow]:
    """Return the rows of these tasks in the order of their numbers' list; numbers of no task are left out."""
    if not ids:
        return []
    # Always as many places as a power of two, so that the database knows the statement already.
    width = 1 << (len(ids) - 1).bit_length()
    statement = for_each_driver(_READ.format(places=", ".join(["%s"] * width)))
    read = run(statement, [*ids, *[ids[0]] * (width - len(ids))]).fetchall()
    found = {row[0]: _made(row) for row in read}
    return [found[number] for number in ids if number in found]


def _made(row: tuple[Any, ...]) -> TaskRow:
    days = [date.fromisoformat(day) if isinstance(day, str) else day for day in row[_DAYS]]
    return TaskRow._make((*row[:5], *days, *row[9:-1], _moment(row[-1])))


def _moment(at: datetime | str) -> str:
    """Return a moment as ISO 8601 in UTC; SQLite keeps it as a text without the zone."""
    known = datetime.fromisoformat(at).replace(tzinfo=UTC) if isinstance(at, str) else at
    return known.isoformat()
