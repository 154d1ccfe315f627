"""What a new day means for the tasks under way: the light of each, and the rungs that are due."""

import json
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from luoshi.core.lifecycle import (
    Facts,
    Move,
    Role,
    Situation,
    State,
    Workdays,
    after,
    decide,
    light,
    rungs_due,
)

from .days import IsoDay
from .models import Task
from .site import ladder, light_policy, workdays

# Tasks resemble each other: this many different ones are remembered, in about 100 MB.
REMEMBERED = 200_000
BY_POLICY = frozenset({Role.SUPERVISOR})


class Look(NamedTuple):
    """What is read of a task to judge it 检视, as the database writes it: most tasks only look like one judged before."""

    light: str
    state: str
    rungs: str
    deadline_on: str | None
    reported_on: str | None
    dispatched_on: str | None
    progress: int | None


class Notices(NamedTuple):
    """What is given to one task on one day 提级事项: the facts of each notice, and the rungs then given."""

    facts: tuple[dict[str, Any], ...]
    rungs: tuple[str, ...]


class Due(NamedTuple):
    """What one day asks of a task 当日应办: another light, or notices."""

    light: str | None
    notices: Notices | None


def looks(tasks: QuerySet[Task]) -> QuerySet[Task, tuple[Any, ...]]:
    """Read of each task its number and the fields of ``Look``, as plain tuples."""
    return tasks.values_list(
        "pk",
        "light",
        "state",
        Cast("rungs", TextField()),
        IsoDay("deadline_on"),
        IsoDay("reported_on"),
        IsoDay("dispatched_on"),
        "progress",
    )


class Morning:
    """Judges tasks on one day 晨检. The working days and policies are those of the site when it begins."""

    def __init__(self, on: date) -> None:
        self._on, self._calendar, self._ladder, self._lights = (
            on,
            _Counted(workdays()),
            ladder(),
            light_policy(),
        )
        self.due = lru_cache(REMEMBERED)(self._due)
        self._light_of = lru_cache(REMEMBERED)(self._light)
        self._notices_of = lru_cache(REMEMBERED)(self._notices)

    def _due(self, fields: tuple[Any, ...]) -> Due | None:
        """Return what the day asks of a task with the fields of a ``Look``, or nothing where all is as it should be."""
        look = Look._make(fields)
        shown = self._light_of(look._replace(light="", rungs=""))
        notices = self._notices_of(look.state, look.deadline_on, look.rungs)
        if shown == look.light and notices is None:
            return None
        return Due(None if shown == look.light else shown, notices)

    def _light(self, look: Look) -> str:
        task = Situation(
            State(look.state),
            deadline_on=_day(look.deadline_on),
            reported_on=_day(look.reported_on),
            dispatched_on=_day(look.dispatched_on),
            progress=look.progress,
        )
        return light(task, self._on, self._lights, self._calendar) or ""

    def _notices(self, state: str, deadline: str | None, rungs: str) -> Notices | None:
        facts = []
        task = Situation(State(state), deadline_on=_day(deadline), rungs=frozenset(json.loads(rungs)))
        for rung in rungs_due(task, self._on, self._calendar, self._ladder):
            given = Facts(by="", on=self._on, roles=BY_POLICY, rung=rung.name)
            outcome = decide(task, Move.ESCALATE, given)
            said = {"rung": rung.name, "to": rung.to, "deadline_on": deadline}
            facts.append({**said, "outcome": outcome.record()})
            task = after(task, outcome)
        return Notices(tuple(facts), tuple(sorted(task.rungs))) if facts else None


class _Counted:
    """Working days counted once for each pair of days, because thousands of tasks share them."""

    def __init__(self, calendar: Workdays) -> None:
        self.is_workday, self.next_workday = calendar.is_workday, calendar.next_workday
        self.workdays_between = lru_cache(REMEMBERED)(calendar.workdays_between)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
