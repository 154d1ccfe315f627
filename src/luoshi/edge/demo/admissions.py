"""Some people of the city are on the way into the Party, each at another step; one is nearly late, one is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from luoshi.act.membership.actions import apply, take_step
from luoshi.act.membership.steps import StepKind
from luoshi.ground.people.queries import by_account

from .content import Page, admission_file
from .settling import FIRST_DAY
from .tales import place

if TYPE_CHECKING:
    from .days import Days
    from .diary import Diary
    from .parts import Company

# What was before the first day is written down soon after it.
CAUGHT_UP = FIRST_DAY + 5


def admit_some(diary: Diary, company: Company) -> None:
    """Write down the steps of everybody on the way, on the day of each."""
    for person in admission_file()["person"]:
        thread = diary.story()
        for kind, ago in person["steps"]:
            on = _workday(diary.days, ago)
            count = diary.days.calendar.workdays_between(diary.days.today, on)
            thread.then(max(count, CAUGHT_UP), partial(_step, person, StepKind(kind), on, company))


def _workday(days: Days, ago: int) -> date:
    """Return the last working day up to so many days before today."""
    return days.calendar.add_workdays(days.ago(ago) + timedelta(days=1), -1)


def _step(person: Page, kind: StepKind, on: date, company: Company, at: datetime) -> None:
    branch, by = place(person["branch"]), company.holder(f"{person['branch']} secretary")
    if kind is StepKind.APPLIED:
        apply(person["name"], account=person["account"], on=on, branch=branch, by=by, at=at)
    else:
        known = by_account([person["account"]])[person["account"]]
        take_step(known, kind=kind, on=on, branch=branch, by=by, at=at)
