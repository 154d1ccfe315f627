"""The table in the order of the tree: unit by unit, and the tasks of each by number.

Where the units are those in reach, they are gone through and each is asked for its tasks, by an index. Where they
are those of the other side, few organizations in reach have few tasks, which are sorted; otherwise the other
side's units are gone through, and a page soon fills.
"""

from typing import Any

from luoshi.ground.statements import for_each_driver, run

from .reaching import reached
from .walks import Place
from .wanted import Condition, Side, Wanted, spans

_UNITS = "organizations_organization place"
_TASKS = "(SELECT id, {key} AS place_id FROM tasks_task WHERE {tasks}) AS task"
_PAGE = """
SELECT task.id FROM {outer} CROSS JOIN {inner} WHERE task.place_id = place.id AND {places}
ORDER BY place.path{direction}, task.id{direction} LIMIT {first}
"""


def placed(  # every part of the question is asked for by name
    wanted: Wanted,
    side: Side,
    tasks: Condition,
    first: int,
    after: Place | None,
    *,
    descending: bool,
    few: bool,
) -> list[int]:
    """Return the first numbers along the units of the side; ``few`` tells that few organizations are in reach."""
    own = side is wanted.side
    places = spans(wanted) if own else Condition("1 = 1")
    asked = tasks if own else tasks & reached(wanted, walked=not few)
    if after is not None:
        places &= _beyond(after, descending=descending)
    within = _TASKS.format(key=f"{side}_id", tasks=asked.text)
    gathered = few and not own
    statement = _PAGE.format(
        outer=within if gathered else _UNITS,
        inner=_UNITS if gathered else within,
        places=places.text,
        direction=" DESC" if descending else "",
        first=first,
    )
    return [row[0] for row in run(for_each_driver(statement), asked.values + places.values).fetchall()]


def _beyond(after: Place, *, descending: bool) -> Condition:
    ahead = "<" if descending else ">"
    values: tuple[Any, ...] = (after.key, after.key, after.number)
    return Condition(f"place.path {ahead}= %s AND (place.path {ahead} %s OR task.id {ahead} %s)", values)
