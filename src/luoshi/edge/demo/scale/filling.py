"""Fills an empty installation: the organizations, whoever sits in them, then the tasks in batches."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from django.db import connection, transaction

from luoshi.core.periods import WorkCalendar
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.organizations.actions import enter
from luoshi.ground.organizations.actions.shape import hold_shape
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import everything
from luoshi.ground.rows import reserved

from .days import BEHIND, Days
from .seats import Seat, placements, seated
from .staff import staff
from .tasks import Tasks

SEED = 20_260_301
INHABITED = N_(
    "数据目录里已有组织，不能再生成示例数据：请另设一个空的数据目录（环境变量 LUOSHI_HOME；用 PostgreSQL 的另建一个空库）再试。"
)


@dataclass(frozen=True, slots=True)
class Extent:
    """How many organizations in how many cities, and how many tasks."""

    organizations: int
    tasks: int
    cities: int = 1


EXTENTS = {"city": Extent(1_500, 100_000), "province": Extent(20_000, 1_000_000, cities=14)}


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written: people, posts, and the rows of all tables together."""

    people: int
    posts: int
    rows: int


def fill(
    extent: Extent,
    *,
    calendar: WorkCalendar,
    today: date,
    advance: Callable[[int], None] = lambda _tasks: None,
) -> Filled:
    """Fill the database and return how much that was; the same extent on the same day gives the same.

    ``advance`` is told how many tasks were written since it was last told. Memory holds the
    organizations and one batch of tasks. Each batch is one transaction and whole in itself.

    Raises ``Refusal`` where there are organizations already, whoever founded them.
    """
    days, chance = Days(calendar, today), Random(SEED)  # noqa: S311  # no secret, an invention
    seats, people, posts = _settle(extent, days, chance)
    # An organization, a person, a post have an entry each, a holding comes with one.
    rows = 2 * extent.organizations + 2 * people + 4 * posts
    with transaction.atomic():
        ids = reserved("tasks_task", extent.tasks)
    for batch in Tasks(seats, days, chance).batches(ids):
        rows += batch.write()
        advance(len(batch))
    if connection.vendor == "postgresql":
        # The planner knows nothing of tables that were empty a minute ago.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return Filled(people, posts, rows)


@transaction.atomic
def _settle(extent: Extent, days: Days, chance: Random) -> tuple[list[Seat], int, int]:
    """Found the organizations and fill their posts; return their seats, how many people, how many posts."""
    hold_shape()
    if Organization.objects.exists():
        raise Refusal(INHABITED)
    entries = list(placements(extent.organizations, extent.cities, days))
    enter(entries, by=None, at=days.opening(-BEHIND))
    seats = seated(list(everything()))
    people, posts = staff(seats, days, chance)
    return seats, people, posts
