"""How many tasks are wanted, counted up to a bound: nobody reads more of them, and counting all would cost more."""

from luoshi.ground.statements import for_each_driver, run

from .wanted import Wanted, narrowing, spans, standing

COUNTED = 1_000


def counted(wanted: Wanted) -> int:
    """Return how many tasks are wanted; one more than ``COUNTED`` stands for any greater number."""
    reach, asked = spans(wanted), standing(wanted) & narrowing(wanted)
    statement = (
        "SELECT count(*) FROM (SELECT 1 FROM organizations_organization place CROSS JOIN"
        f" (SELECT id, {wanted.side}_id AS place_id FROM tasks_task WHERE {asked.text}) AS task"
        f" WHERE task.place_id = place.id AND {reach.text} LIMIT {COUNTED + 1}) AS counted"
    )
    return int(run(for_each_driver(statement), asked.values + reach.values).fetchone()[0])
