"""Whoever reaches everything reads the table in the order of an index, and never sorts it all."""

import pytest
from django.db import connection

from luoshi.act.tasks.models import UNDONE
from luoshi.act.tasks.table import Order, Wanted, sheet
from luoshi.core.lifecycle import State
from luoshi.ground.organizations.models import Organization
from world.ground import plant

pytestmark = [
    pytest.mark.django_db,
    # PostgreSQL chooses by what it has counted, so an empty table tells nothing of its choice.
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite plans without statistics"),
]
BRANCHES = 50


def _plans(wanted: Wanted) -> list[str]:
    """Return how SQLite means to go through the tasks, a line for each step of each statement."""
    told: list[str] = []
    driver = connection.connection
    driver.set_trace_callback(told.append)
    try:
        sheet(wanted)
    finally:
        driver.set_trace_callback(None)
    asked = [each for each in told if "FROM tasks_task" in each]
    assert asked
    return [row[3] for each in asked for row in driver.execute(f"EXPLAIN QUERY PLAN {each}")]


@pytest.fixture
def everything() -> tuple[str, ...]:
    """Give the reach of somebody at the root of a tree of many branches."""
    root = plant("市委")
    Organization.objects.bulk_create(
        Organization(path=f"{root.path}{number:04d}", depth=root.depth + 1, code=str(number), kind="branch")
        for number in range(1, BRANCHES)
    )
    return (root.path,)


@pytest.mark.parametrize("order", [Order.DUE, Order.DUE_LAST, Order.NEWEST, Order.OLDEST])
@pytest.mark.parametrize("states", [UNDONE, (State.ACCEPTED,), (State.REPORTED,), (State.CLOSED,)])
def test_no_order_of_the_table_is_sorted(
    everything: tuple[str, ...], order: Order, states: tuple[State, ...]
) -> None:
    plans = _plans(Wanted(paths=everything, order=order, states=states))
    assert not [each for each in plans if "TEMP B-TREE" in each]
    assert [each for each in plans if "tasks_task USING" in each]
