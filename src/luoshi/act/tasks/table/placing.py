"""The table in the order of the tree: unit by unit, and the tasks of each by number.

Where the units are those in reach, they are gone through and each is asked for its tasks, by an index. Where they
are those of the other side, few organizations in reach have few tasks, which are sorted; otherwise the other
side's units are gone through, and a page soon fills.
"""

from typing import Any

from luoshi.ground.statements import for_each_driver, run

from .helping import helps
from .walks import Place, Walk
from .wanted import Condition, Side, Wanted, narrowing, spans

_UNITS = "organizations_organization place"
_TASKS = "(SELECT id, {key} AS place_id FROM tasks_task WHERE {tasks}) AS task"
_WITHIN = "{key} IN (SELECT id FROM organizations_organization place WHERE {reach})"
_PAGE = """
SELECT task.id FROM {outer} CROSS JOIN {inner} WHERE task.place_id = place.id AND {places}
ORDER BY place.path{direction}, task.id{direction} LIMIT {first}
"""


def placed(
    wanted: Wanted, walk: Walk, tasks: Condition, first: int, *, after: Place | None, few: bool
) -> list[int]:
    """Return the first numbers of a walk along units; ``few`` tells that few organizations are in reach."""
    asked, places = tasks & narrowing(wanted), Condition("1 = 1")
    if walk.side is wanted.side:
        places = spans(wanted)
    elif wanted.side is Side.HELPER:
        asked &= helps(wanted, walked=not few)
    else:
        reach = spans(wanted)
        asked &= Condition(_WITHIN.format(key=f"{wanted.side}_id", reach=reach.text), reach.values)
    if after is not None:
        places &= _beyond(after, descending=walk.descending)
    within = _TASKS.format(key=f"{walk.side}_id", tasks=asked.text)
    gathered = few and walk.side is not wanted.side
    outer, inner = (within, _UNITS) if gathered else (_UNITS, within)
    direction = " DESC" if walk.descending else ""
    statement = _PAGE.format(outer=outer, inner=inner, places=places.text, direction=direction, first=first)
    return [row[0] for row in run(for_each_driver(statement), asked.values + places.values).fetchall()]


def _beyond(after: Place, *, descending: bool) -> Condition:
    ahead = "<" if descending else ">"
    values: tuple[Any, ...] = (after.key, after.key, after.number)
    return Condition(f"place.path {ahead}= %s AND (place.path {ahead} %s OR task.id {ahead} %s)", values)
