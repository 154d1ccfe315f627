"""What the city holds, counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from luoshi.act.tasks import queries as tasks
from luoshi.core.lifecycle import State
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.queries import by_code, everything
from luoshi.ground.people.models import Post
from luoshi.ground.people.queries import everybody
from luoshi.plan.deployments import queries as deployments

from .content import city


@dataclass(frozen=True, slots=True)
class Inventory:
    """How many there are of each 家底; tasks by their states, in the order of the loop."""

    organizations: int
    people: int
    posts: int
    deployments: int
    tasks: dict[State, int]
    overdue: int
    entries: int


def inventory(on: date) -> Inventory:
    """Count what is stored, and what is overdue below the committee on that day."""
    code = city()["committee"]["code"]
    counted = Counter(tasks.everything().values_list("state", flat=True))
    return Inventory(
        organizations=everything().count(),
        people=everybody().count(),
        posts=Post.objects.count(),
        deployments=deployments.everything().count(),
        tasks={state: counted[state] for state in State},
        overdue=tasks.overdue(by_code([code])[code], on).count(),
        entries=Entry.objects.count(),
    )
