"""The next tasks of the table, whether the reach is one branch or a province.

Two ways, each poor where the other is good, as for what is longest overdue. Where the reach holds much of
all there is, the table is walked in its order, for a bounded stretch. Where it holds little, every
organization in reach is asked for its first task; the page lies within those whose firsts are the first.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from luoshi.ground.statements import for_each_driver, run

from .columns import numbers, sorts_by_column
from .rows import TaskRow, rows
from .walks import Place, Walk, walks
from .wanted import Condition, Wanted, narrowing, spans, standing

STRETCH = 2_000
# With so few organizations in reach, asking each costs less than looking whether walking would do.
FEW = 40
BATCH = 1_000

_FEW = "SELECT count(*) FROM (SELECT 1 FROM organizations_organization place WHERE {reach} LIMIT {first}) AS places"
_END = "SELECT {columns} FROM tasks_task WHERE {tasks} ORDER BY {order} LIMIT 1 OFFSET {stretch}"
# Which table comes first is said, because only this order can stop at the last row of the page.
_WALKED = """
SELECT task.id FROM (SELECT id, {key} AS place_id, deadline_on FROM tasks_task WHERE {tasks}) AS task
CROSS JOIN organizations_organization place WHERE place.id = task.place_id AND {reach} ORDER BY {order} LIMIT {first}
"""
_FIRSTS = """
WITH firsts AS MATERIALIZED (
    SELECT (SELECT id FROM tasks_task WHERE {key} = place.id AND {tasks} ORDER BY {order} LIMIT 1) AS id
    FROM organizations_organization place WHERE {reach})
SELECT task.{key}, task.deadline_on, task.id FROM firsts CROSS JOIN tasks_task task WHERE task.id = firsts.id
ORDER BY {outer} LIMIT {first}
"""
_OF_PLACES = "SELECT id FROM tasks_task WHERE {key} IN ({places}) AND {tasks} ORDER BY {order} LIMIT {first}"
_WITHIN = "SELECT id FROM organizations_organization place WHERE {reach}"


class TaskSheet(NamedTuple):
    """One page of the table 一页, and the place after its last row where more follows."""

    rows: list[TaskRow]
    following: Place | None


def sheet(wanted: Wanted, first: int = 50, after: Place | None = None) -> TaskSheet:
    """Return the first tasks that are wanted, or those after a place of the table in the same order."""
    if sorts_by_column(wanted):
        return _by_column(wanted, first, after)
    ids = _ids(wanted, first + 1, after)
    found = rows(ids[:first])
    more = len(ids) > first and bool(found)
    return TaskSheet(found, Place(found[-1].deadline_on, found[-1].id) if more else None)


def _by_column(wanted: Wanted, first: int, after: Place | None) -> TaskSheet:
    ids = numbers(wanted, first + 1, after, few=few(wanted))
    found = rows(ids[:first])
    if len(ids) <= first or not found:
        return TaskSheet(found, None)
    last, column = found[-1], wanted.order.value.removeprefix("-")
    keys = {"state": last.state, "owner": last.owner_path, "issuer": last.issuer_path, "moved": last.moved_at}
    return TaskSheet(found, Place(last.deadline_on, last.id, keys.get(column) or ""))


def throughout(wanted: Wanted, batch: int = BATCH) -> Iterator[TaskRow]:
    """Give all tasks that are wanted, in order, a batch at a time in memory."""
    after: Place | None = None
    while True:
        found, after = sheet(wanted, batch, after)
        yield from found
        if after is None:
            return


def _ids(wanted: Wanted, first: int, after: Place | None) -> list[int]:
    ids: list[int] = []
    for walk in walks(wanted.order):
        # A place without a deadline stands in the last stretch, and all before is behind it.
        if after is not None and walk.dated and after.due_on is None:
            continue
        start = (
            after if after is None or walk.dated is None or walk.dated == (after.due_on is not None) else None
        )
        if wanted.late_on is not None and walk.dated is False:
            continue
        ids += _stretch(wanted, walk, first - len(ids), start)
        if len(ids) >= first:
            break
    return ids


def _stretch(wanted: Wanted, walk: Walk, first: int, after: Place | None) -> list[int]:
    """Return the first numbers in one stretch of the table."""
    tasks = standing(wanted) & walk.stretch & walk.beyond(after)
    if walk.dated is not None and not wanted.under_way:
        return _sorted(wanted, walk, tasks, first)
    if few(wanted):
        return _by_places(wanted, walk, tasks, first)
    end = _end(walk, tasks)
    bounded = tasks if end is None else tasks & walk.beyond(end, included=True, before=True)
    ids = _walked(wanted, walk, bounded, first)
    if len(ids) < first and end is not None:
        ids = _by_places(wanted, walk, tasks, first)
    return ids


def few(wanted: Wanted) -> bool:
    """Tell whether only few organizations are in reach."""
    reach = spans(wanted)
    return bool(_all(_FEW.format(reach=reach.text, first=FEW + 1), reach.values)[0][0] <= FEW)


def _end(walk: Walk, tasks: Condition) -> Place | None:
    """Return where the bounded stretch ends, or nothing where all of it is short enough."""
    columns, order = ", ".join(walk.columns), walk.ordered()
    found = _all(_END.format(columns=columns, tasks=tasks.text, order=order, stretch=STRETCH), tasks.values)
    if not found:
        return None
    return _place(found[0][0], found[0][1]) if walk.dated else Place(None, found[0][0])


def _walked(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[int]:
    reach, asked = spans(wanted), tasks & narrowing(wanted)
    key, order = f"{wanted.side}_id", walk.ordered("task.")
    statement = _WALKED.format(key=key, tasks=asked.text, reach=reach.text, order=order, first=first)
    return [row[0] for row in _all(statement, asked.values + reach.values)]


def _by_places(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[int]:
    reach, asked, key = spans(wanted), tasks & narrowing(wanted), f"{wanted.side}_id"
    order, outer = walk.ordered(), walk.ordered("task.")
    statement = _FIRSTS.format(
        key=key, tasks=asked.text, order=order, reach=reach.text, outer=outer, first=first
    )
    firsts = _all(statement, asked.values + reach.values)
    if not firsts:
        return []
    if len(firsts) == first:
        # Whatever comes after the last of as many firsts as asked for is not on the page.
        last = _place(firsts[-1][1], firsts[-1][2])
        asked &= walk.beyond(last, included=True, before=True)
    places = ", ".join(["%s"] * len(firsts))
    page = _OF_PLACES.format(key=key, places=places, tasks=asked.text, order=order, first=first)
    return [row[0] for row in _all(page, (*(each[0] for each in firsts), *asked.values))]


def _sorted(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[int]:
    """Return the first by deadline among what is over too, for which no index is kept."""
    reach, asked = spans(wanted), tasks & narrowing(wanted)
    within, key = _WITHIN.format(reach=reach.text), f"{wanted.side}_id"
    page = _OF_PLACES.format(key=key, places=within, tasks=asked.text, order=walk.ordered(), first=first)
    return [row[0] for row in _all(page, reach.values + asked.values)]


def _place(due: date | str | None, number: int) -> Place:
    """Return the place of a row as the driver gave it."""
    return Place(date.fromisoformat(due) if isinstance(due, str) else due, number)


def _all(statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = run(for_each_driver(statement), values).fetchall()
    return found
