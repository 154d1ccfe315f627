"""How many tasks are wanted, counted up to a bound: nobody reads more of them, and counting all would cost more."""

from luoshi.ground.statements import for_each_driver, run

from .matching import COUNTED
from .reach import few
from .reaching import reached
from .wanted import Side, Wanted, narrowing, spans, standing

_PLACES = "organizations_organization place"
_TASKS = "(SELECT id, {key} AS place_id FROM tasks_task WHERE {tasks}) AS task"
_COUNT = """
SELECT count(*) FROM (SELECT 1 FROM {outer} CROSS JOIN {inner} WHERE task.place_id = place.id AND {reach}
LIMIT {first}) AS counted
"""

_HELPED = "SELECT count(*) FROM (SELECT 1 FROM tasks_task WHERE {tasks} LIMIT {first}) AS counted"


def counted(wanted: Wanted, most: int = COUNTED) -> int:
    """Return how many tasks are wanted; one more than ``most`` stands for any greater number."""
    reach, asked = spans(wanted), standing(wanted) & narrowing(wanted)
    if wanted.side is Side.HELPER:
        asked &= reached(wanted, walked=not few(wanted))
        statement = _HELPED.format(tasks=asked.text, first=COUNTED + 1)
        return int(run(for_each_driver(statement), asked.values).fetchone()[0])
    tasks = _TASKS.format(key=f"{wanted.side}_id", tasks=asked.text)
    # What is at rest has no index by organization: where many are in reach, it is walked by state.
    walked = not wanted.under_way and not few(wanted)
    outer, inner = (tasks, _PLACES) if walked else (_PLACES, tasks)
    statement = _COUNT.format(outer=outer, inner=inner, reach=reach.text, first=most + 1)
    return int(run(for_each_driver(statement), asked.values + reach.values).fetchone()[0])
