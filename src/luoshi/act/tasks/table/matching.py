"""Tasks whose title somebody looks for: no index knows what stands inside a title, so all in reach are looked at once."""

from collections.abc import Sequence

from django.db import connection

from luoshi.ground.statements import for_each_driver, run

from .reach import few
from .walks import Place, place_of, walks
from .wanted import Wanted, narrowing, spans, standing

# Nobody reads more, and a word that more titles hold is soon found by walking the table.
COUNTED = 1_000

_MATCHING = """
SELECT id, deadline_on FROM tasks_task {through} WHERE {tasks}
AND {key} IN (SELECT id FROM organizations_organization place WHERE {reach}) LIMIT {first}
"""
# From one end to the other: going to most rows by way of an index takes eight times as long. PostgreSQL knows that.
_THROUGH = {"sqlite": "NOT INDEXED", "postgresql": ""}


def matching(wanted: Wanted) -> list[Place] | None:
    """Return the places of all that are wanted, in no order; nothing where they are more than ``COUNTED``."""
    reach, asked = spans(wanted), standing(wanted) & narrowing(wanted)
    statement = for_each_driver(
        _MATCHING,
        key=f"{wanted.side}_id",
        reach=reach.text,
        tasks=asked.text,
        through="" if few(wanted) else _THROUGH[connection.vendor],
        first=COUNTED + 1,
    )
    found = run(statement, asked.values + reach.values).fetchall()
    return [place_of(row) for row in found] if len(found) <= COUNTED else None


def ordered(places: Sequence[Place], wanted: Wanted, after: Place | None) -> list[Place]:
    """Return the places in the order of the table, those after a place alone where one is given."""
    stretches = [walk for walk in walks(wanted.order) if not walk.is_behind(after)]
    return [place for walk in stretches for place in walk.sorted(places, after)]
