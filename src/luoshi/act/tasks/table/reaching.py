"""Which tasks are in reach, asked in one of two ways: of each task, or gathered from the organizations."""

from .wanted import Condition, Side, Wanted, spans

_WALKED = (
    "EXISTS (SELECT 1 FROM organizations_organization place WHERE place.id = tasks_task.{key} AND {reach})"
)
_GATHERED = "{key} IN (SELECT id FROM organizations_organization place WHERE {reach})"
_LINKS = "tasks_task_co_units link JOIN organizations_organization place ON place.id = link.organization_id"
# A task has several co-units, so no column leads to them.
_HELP_WALKED = "EXISTS (SELECT 1 FROM {key} WHERE link.task_id = tasks_task.id AND {reach})"
_HELP_GATHERED = "id IN (SELECT link.task_id FROM {key} WHERE {reach})"


def reached(wanted: Wanted, *, walked: bool) -> Condition:
    """Return the condition that a task's organization of the wanted side lies within reach."""
    if wanted.side is Side.HELPER:
        text, key = (_HELP_WALKED if walked else _HELP_GATHERED), _LINKS
    else:
        text, key = (_WALKED if walked else _GATHERED), f"{wanted.side}_id"
    reach = spans(wanted)
    return Condition(text.format(key=key, reach=reach.text), reach.values)
