"""The next tasks of the table, whether the reach is one branch or a province.

Two ways, each poor where the other is good, as for what is longest overdue. Where the reach holds much of
all there is, the table is walked in its order, for a bounded stretch. Where it holds little, every
organization in reach is asked for its first task; the page lies within those whose firsts are the first.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from luoshi.ground.statements import for_each_driver, run

from .rows import Row, rows
from .walks import Place, Walk, walks
from .wanted import Condition, Wanted, narrowing, spans, standing

STRETCH = 2_000
# With so few organizations in reach, asking each costs less than looking whether walking would do.
FEW = 40
BATCH = 1_000


class Sheet(NamedTuple):
    """One page of the table 一页, and the place after its last row where more follows."""

    rows: list[Row]
    following: Place | None


def sheet(wanted: Wanted, first: int = 50, after: Place | None = None) -> Sheet:
    """Return the first tasks that are wanted, or those after a place of the table in the same order."""
    ids = _ids(wanted, first + 1, after)
    found = rows(ids[:first])
    more = len(ids) > first and bool(found)
    return Sheet(found, Place(found[-1].deadline_on, found[-1].id) if more else None)


def throughout(wanted: Wanted, batch: int = BATCH) -> Iterator[Row]:
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
        start = after if after is None or walk.dated is None or walk.dated == (after.due_on is not None) else None
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
    if _few(wanted):
        return _by_places(wanted, walk, tasks, first)
    end = _end(walk, tasks)
    bounded = tasks if end is None else tasks & walk.beyond(end, included=True, before=True)
    ids = _walked(wanted, walk, bounded, first)
    if len(ids) < first and end is not None:
        ids = _by_places(wanted, walk, tasks, first)
    return ids


def _few(wanted: Wanted) -> bool:
    reach = spans(wanted)
    limited = f"SELECT 1 FROM organizations_organization place WHERE {reach.text} LIMIT {FEW + 1}"
    count = _all(f"SELECT count(*) FROM ({limited}) AS places", reach.values)[0][0]
    return bool(count <= FEW)


def _end(walk: Walk, tasks: Condition) -> Place | None:
    """Return where the bounded stretch ends, or nothing where all of it is short enough."""
    columns = ", ".join(walk.columns)
    found = _all(
        f"SELECT {columns} FROM tasks_task WHERE {tasks.text} ORDER BY {walk.ordered()} LIMIT 1 OFFSET {STRETCH}",
        tasks.values,
    )
    if not found:
        return None
    due, number = (found[0][0], found[0][1]) if walk.dated else (None, found[0][0])
    return Place(date.fromisoformat(due) if isinstance(due, str) else due, number)


def _walked(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[int]:
    reach, further = spans(wanted), narrowing(wanted)
    # Which table comes first is said, because only this order can stop at the last row of the page.
    statement = (
        f"SELECT task.id FROM (SELECT id, {wanted.side}_id AS place_id, deadline_on FROM tasks_task"
        f" WHERE {tasks.text} AND {further.text}) AS task"
        " CROSS JOIN organizations_organization place"
        f" WHERE place.id = task.place_id AND {reach.text} ORDER BY {walk.ordered('task.')} LIMIT {first}"
    )
    return [row[0] for row in _all(statement, tasks.values + further.values + reach.values)]


def _by_places(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[int]:
    reach, further = spans(wanted), narrowing(wanted)
    asked, key = tasks & further, f"{wanted.side}_id"
    statement = (
        f"WITH firsts AS MATERIALIZED (SELECT (SELECT id FROM tasks_task WHERE {key} = place.id AND {asked.text}"
        f" ORDER BY {walk.ordered()} LIMIT 1) AS id FROM organizations_organization place WHERE {reach.text})"
        f" SELECT task.{key}, task.deadline_on, task.id FROM firsts CROSS JOIN tasks_task task"
        f" WHERE task.id = firsts.id ORDER BY {walk.ordered('task.')} LIMIT {first}"
    )
    firsts = _all(statement, asked.values + reach.values)
    if not firsts:
        return []
    if len(firsts) == first:
        # Whatever comes after the last of as many firsts as asked for is not on the page.
        _owner, due, number = firsts[-1]
        last = Place(date.fromisoformat(due) if isinstance(due, str) else due, number)
        asked &= walk.beyond(last, included=True, before=True)
    places = ", ".join(["%s"] * len(firsts))
    page = (
        f"SELECT id FROM tasks_task WHERE {key} IN ({places}) AND {asked.text}"
        f" ORDER BY {walk.ordered()} LIMIT {first}"
    )
    return [row[0] for row in _all(page, (*(each[0] for each in firsts), *asked.values))]


def _sorted(wanted: Wanted, walk: Walk, tasks: Condition, first: int) -> list[int]:
    """Return the first by deadline among what is over too, for which no index is kept."""
    reach, asked = spans(wanted), tasks & narrowing(wanted)
    statement = (
        f"SELECT id FROM tasks_task WHERE {wanted.side}_id IN"
        f" (SELECT id FROM organizations_organization place WHERE {reach.text}) AND {asked.text}"
        f" ORDER BY {walk.ordered()} LIMIT {first}"
    )
    return [row[0] for row in _all(statement, reach.values + asked.values)]


def _all(statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = run(for_each_driver(statement), values).fetchall()
    return found
