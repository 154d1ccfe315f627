"""Organizations as rules see them: what registers tell, what was declared, since when their life is on record."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from luoshi.act.membership.intervals import Admissions, admissions
from luoshi.core.rules import FACTS, Subject, Value
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import STEP, above, topmost

from .reads import beginnings, declarations
from .register import told

MONTHS = 12


def subjects(
    organizations: Sequence[Organization],
    today: date,
    paths: Sequence[str] = (),
    steps: Admissions | None = None,
) -> list[Subject]:
    """Return these organizations as rules see them on that day, in their order, in a constant number of statements.

    ``paths`` are subtrees that hold them all, where they are many; ``steps`` those taken there, where they are read.
    """
    reached = topmost(paths or [each.path for each in organizations])
    registered, said = told(organizations, reached, steps or admissions(reached), today), declared(reached)
    since = beginnings(reached, {place for path in reached for place in above(path)})
    return [
        Subject(
            key=each.pk,
            kind=each.kind,
            established_on=each.established_on,
            dissolved_on=each.dissolved_on,
            recorded_from=_recorded_from(each.path, since),
            facts={**said.get(each.pk, {}), **registered[each.pk]},
        )
        for each in organizations
    ]


def declared(paths: Sequence[str]) -> dict[int, dict[str, Value]]:
    """Return what the organizations at and below the paths last declared about themselves, by id."""
    found: dict[int, dict[str, Value]] = defaultdict(dict)
    for organization, name, value in declarations(paths):
        if value is None:
            found[organization].pop(name, None)
        elif name in FACTS:
            found[organization][name] = date.fromisoformat(value) if FACTS[name].type == "date" else value
    return found


def _recorded_from(path: str, months: dict[str, int]) -> date | None:
    known = [months[place] for place in (path, path[:-STEP]) if place in months]
    return date(min(known) // MONTHS, min(known) % MONTHS + 1, 1) if known else None
