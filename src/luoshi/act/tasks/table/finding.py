"""The next tasks of the table, whether the reach is one branch or a province.

Two ways, each poor where the other is good, as for what is longest overdue. Where the reach holds much of
all there is, the table is walked in its order, for a bounded stretch. Where it holds little, every
organization in reach is asked for its first task; the page lies within those whose firsts are the first.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from luoshi.ground.statements import for_each_driver, run

from .columns import numbers, sorts_by_column
from .matching import COUNTED, matching, ordered
from .reach import few
from .rows import TaskRow, rows
from .walks import Place, Walk, place_of, walks
from .wanted import Condition, Wanted, narrowing, spans, standing

STRETCH = 2_000
BATCH = 1_000

_END = "SELECT id, {due} FROM tasks_task WHERE {tasks} ORDER BY {order} LIMIT 1 OFFSET {stretch}"
# Which table comes first is said, because only this order can stop at the last row of the page.
_WALKED = """
SELECT task.id, task.deadline_on FROM (SELECT id, {key} AS place_id, {due} AS deadline_on FROM tasks_task WHERE {tasks}) AS task
CROSS JOIN organizations_organization place WHERE place.id = task.place_id AND {reach} ORDER BY {order} LIMIT {first}
"""
_FIRSTS = """
WITH firsts AS MATERIALIZED (
    SELECT (SELECT id FROM tasks_task WHERE {key} = place.id AND {tasks} ORDER BY {order} LIMIT 1) AS id
    FROM organizations_organization place WHERE {reach})
SELECT task.{key}, task.id, task.deadline_on FROM firsts CROSS JOIN tasks_task task WHERE task.id = firsts.id
ORDER BY {outer} LIMIT {first}
"""
_OF_PLACES = "SELECT id, deadline_on FROM tasks_task WHERE {key} IN ({places}) AND {tasks} ORDER BY {order} LIMIT {first}"
_WITHIN = "SELECT id FROM organizations_organization place WHERE {reach}"


class TaskSheet(NamedTuple):
    """One page of the table 一页, the place after its last row where more follows, and how many there are, if known."""

    rows: list[TaskRow]
    following: Place | None
    total: int | None = None


def sheet(wanted: Wanted, first: int = 50, after: Place | None = None) -> TaskSheet:
    """Return the first tasks that are wanted, or those after a place of the table in the same order."""
    if sorts_by_column(wanted):
        return _by_column(wanted, first, after)
    matches = matching(wanted) if wanted.text else None
    places = _places(wanted, first + 1, after) if matches is None else ordered(matches, wanted, after)
    found = rows([each.number for each in places[:first]])
    more = len(places) > first and bool(found)
    following = Place(found[-1].deadline_on, found[-1].id) if more else None
    if matches is None:
        return TaskSheet(found, following, COUNTED + 1 if wanted.text else None)
    return TaskSheet(found, following, len(matches))


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
        found, after, _total = sheet(wanted, batch, after)
        yield from found
        if after is None:
            return


def _places(wanted: Wanted, first: int, after: Place | None) -> list[Place]:
    found: list[Place] = []
    for walk in walks(wanted.order):
        if walk.is_behind(after):
            continue
        if wanted.late_on is not None and walk.dated is False:
            continue
        found += _stretch(wanted, walk, first - len(found), walk.within(after))
        if len(found) >= first:
            break
    return found


def _stretch(wanted: Wanted, walk: Walk, first: int, after: Place | None) -> list[Place]:
    """Return the first places in one stretch of the table."""
    scarce = few(wanted)
    parts = [wanted] if walk.dated is None or scarce else wanted.apart
    found = [place for part in parts for place in _part(part, walk, first, after, scarce=scarce)]
    return found if len(parts) == 1 else walk.sorted(found)[:first]


def _part(wanted: Wanted, walk: Walk, first: int, after: Place | None, *, scarce: bool) -> list[Place]:
    """Return the first places in one stretch, of tasks that have an index of their own."""
    tasks = standing(wanted) & walk.stretch & walk.beyond(after)
    otherwise = _by_places if wanted.under_way or walk.dated is None else _sorted
    if scarce:
        return otherwise(wanted, walk, tasks, first)
    end = _end(walk, tasks)
    bounded = tasks if end is None else tasks & walk.beyond(end, included=True, before=True)
    found = _walked(wanted, walk, bounded, first)
    return otherwise(wanted, walk, tasks, first) if len(found) < first and end is not None else found


def _end(walk: Walk, tasks: Condition) -> Place | None:
    """Return where the bounded stretch ends, or nothing where all of it is short enough."""
    order = walk.ordered()
    found = _all(_END.format(due=walk.due, tasks=tasks.text, order=order, stretch=STRETCH), tasks.values)
    return place_of(found[0]) if found else None


def _walked(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[Place]:
    reach, asked = spans(wanted), tasks & narrowing(wanted)
    key, order = f"{wanted.side}_id", walk.ordered("task.")
    statement = _WALKED.format(
        key=key, due=walk.due, tasks=asked.text, reach=reach.text, order=order, first=first
    )
    return [place_of(row) for row in _all(statement, asked.values + reach.values)]


def _by_places(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[Place]:
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
        asked &= walk.beyond(place_of(firsts[-1][1:]), included=True, before=True)
    places = ", ".join(["%s"] * len(firsts))
    page = _OF_PLACES.format(key=key, places=places, tasks=asked.text, order=order, first=first)
    return [place_of(row) for row in _all(page, (*(each[0] for each in firsts), *asked.values))]


def _sorted(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[Place]:
    """Return the first of what is at rest, for which no index by organization and deadline is kept."""
    reach, asked = spans(wanted), tasks & narrowing(wanted)
    within, key = _WITHIN.format(reach=reach.text), f"{wanted.side}_id"
    page = _OF_PLACES.format(key=key, places=within, tasks=asked.text, order=walk.ordered(), first=first)
    return [place_of(row) for row in _all(page, reach.values + asked.values)]


def _all(statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = run(for_each_driver(statement), values).fetchall()
    return found
