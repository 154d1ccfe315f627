"""The light of a task: done, on course, due soon or behind, overdue, suspended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luoshi.core.lifecycle.situation import Situation, Workdays
from luoshi.core.lifecycle.states import State
from luoshi.core.refusals import N_


class Light(StrEnum):
    """How a task is doing 灯."""

    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


LIGHT_LABELS = {
    Light.BLUE: N_("已销号"),
    Light.GREEN: N_("正常"),
    Light.YELLOW: N_("临期"),
    Light.RED: N_("逾期"),
    Light.GREY: N_("中止"),
}


@dataclass(frozen=True, slots=True)
class LightPolicy:
    """When a light turns yellow 亮灯规则.

    ``soon`` is how many working days before the deadline; ``behind`` how many percentage points the
    progress may fall short of the share of working days that have passed.
    """

    soon: int = 3
    behind: int = 20


BY_STATE = {
    State.DRAFT: None,
    State.CANCELLED: None,
    State.SUSPENDED: Light.GREY,
    State.CLOSED: Light.BLUE,
    State.SETTLED: Light.BLUE,
}


def light(task: Situation, today: date, policy: LightPolicy, calendar: Workdays) -> Light | None:
    """Return the light, or None for what is not under way: a draft, a cancelled task.

    A task that waits for its verifier is measured by the day it was reported. Progress that
    nobody has told is unknown, not zero. Without a deadline a task is on course.
    """
    if task.state in BY_STATE:
        return BY_STATE[task.state]
    if task.deadline_on is None:
        return Light.GREEN
    waiting = task.state is State.REPORTED and task.reported_on is not None
    measured_on = task.reported_on if waiting and task.reported_on else today
    if measured_on > task.deadline_on:
        return Light.RED
    if waiting:
        return Light.GREEN
    soon = calendar.workdays_between(today, task.deadline_on) <= policy.soon
    return Light.YELLOW if soon or _behind(task, today, policy, calendar) else Light.GREEN


def _behind(task: Situation, today: date, policy: LightPolicy, calendar: Workdays) -> bool:
    """Compare the progress told with the share of working days gone since dispatch."""
    if task.progress is None or task.dispatched_on is None or task.deadline_on is None:
        return False
    whole = calendar.workdays_between(task.dispatched_on, task.deadline_on)
    gone = calendar.workdays_between(task.dispatched_on, today)
    return whole > 0 and task.progress + policy.behind < 100 * gone / whole
