"""Stores what the reader found: the outline and the drafts, with their exact spans."""

from luoshi.act.tasks.lengths import TITLE_LENGTH
from luoshi.core.reading import Reading, Task, to_do

from .models import Clause, Deployment, Draft
from .parties import Parties

BATCH = 500


def store_clauses(deployment: Deployment, reading: Reading) -> dict[str, Clause]:
    """Store the outline; return the clauses by the reader's ids."""
    stored: dict[str, Clause] = {}
    for place, clause in enumerate(reading.outline, 1):
        stored[clause.id] = Clause.objects.create(
            deployment=deployment,
            place=place,
            parent=stored[clause.parent] if clause.parent else None,
            level=clause.level,
            number=clause.number[:60],
            title=clause.title,
            start=clause.span[0],
            end=clause.span[1],
        )
    return stored


def store_drafts(
    deployment: Deployment, reading: Reading, clauses: dict[str, Clause], meaning: Parties
) -> int:
    """Store what is to be done as drafts, given to whom they name as far as that is known; return how many."""
    asked = to_do(reading)
    Draft.objects.bulk_create(
        (
            _draft(deployment, place, task, clauses[task.clause] if task.clause else None, meaning)
            for place, task in enumerate(asked, 1)
        ),
        batch_size=BATCH,
    )
    return len(asked)


def _draft(deployment: Deployment, place: int, task: Task, clause: Clause | None, meaning: Parties) -> Draft:
    units = task.units or task.responsible
    owners = meaning.ids(task.leads or units)
    return Draft(
        deployment=deployment,
        place=place,
        clause=clause,
        text=task.text,
        start=task.span[0],
        end=task.span[1],
        lead=(task.lead or "")[:200],
        leads=list(task.leads),
        units=list(units),
        owners=owners,
        co_units=[each for each in meaning.ids(units) if each not in owners] if task.leads else [],
        quantities=list(task.quantities),
        title=task.text[:TITLE_LENGTH],
        deadline=(task.deadline or "")[:200],
        deadline_on=task.deadline_on,
        frequency=(task.frequency or "")[:200],
    )
