"""The third side of the table: tasks to which a unit within reach is a co-unit 配合.

A task has several co-units, so no column leads to them. As for the other sides there are two ways: walk the
table in its order for a bounded stretch and ask of each task whether it is helped from here, or gather all
that is helped from here and sort it.
"""

from luoshi.ground.statements import for_each_driver, run

from .walks import Walk
from .wanted import Condition, Wanted, narrowing, spans

_LINKS = "tasks_task_co_units link JOIN organizations_organization place ON place.id = link.organization_id"
_ASKED = "EXISTS (SELECT 1 FROM {links} WHERE link.task_id = tasks_task.id AND {reach})"
_GATHERED = "id IN (SELECT link.task_id FROM {links} WHERE {reach})"
_PAGE = "SELECT id FROM tasks_task WHERE {tasks} ORDER BY {order} LIMIT {first}"


def helps(wanted: Wanted, *, walked: bool) -> Condition:
    """Return the condition that a unit within reach helps: asked of each task, or gathered from the units."""
    reach = spans(wanted)
    return Condition((_ASKED if walked else _GATHERED).format(links=_LINKS, reach=reach.text), reach.values)


def helped(wanted: Wanted, walk: Walk, tasks: Condition, first: int, *, walked: bool) -> list[int]:
    """Return the first numbers of the stretch, by one of the two ways."""
    asked = tasks & narrowing(wanted) & helps(wanted, walked=walked)
    statement = _PAGE.format(tasks=asked.text, order=walk.ordered(), first=first)
    return [row[0] for row in run(for_each_driver(statement), asked.values).fetchall()]
