"""One year's notice, checked before anybody counts with it."""

from collections.abc import Iterable
from datetime import date

from luoshi.core.periods.calendar import WORKDAYS_OF_WEEK, YearPlan
from luoshi.core.refusals import N_, Refusal

OTHER_YEAR = N_("{year}年的放假安排里有不属于这一年的日子 {day}：请把它移到那一年的安排里。")
BOTH = N_("{year}年的放假安排里，{day} 既是放假又是补班：请核对国务院办公厅通知，只留一项。")
NOT_A_WEEKEND = N_("{year}年的放假安排里，补班日 {day} 不是周六或周日：请核对国务院办公厅通知。")


def checked(year: int, holidays: Iterable[date], workdays: Iterable[date]) -> YearPlan:
    """Return the plan of a year from its days off and its weekend days worked.

    Weekend days may stand among the holidays, as the notices print them. Raises Refusal for a day
    of another year, a day that is both, and a make-up day that is no weekend day.
    """
    plan = YearPlan(frozenset(holidays), frozenset(workdays))
    for sentence, wrong in (
        (OTHER_YEAR, {day for day in plan.holidays | plan.workdays if day.year != year}),
        (BOTH, plan.holidays & plan.workdays),
        (NOT_A_WEEKEND, {day for day in plan.workdays if day.weekday() < WORKDAYS_OF_WEEK}),
    ):
        if wrong:
            raise Refusal(sentence, year=str(year), day=min(wrong).isoformat())
    return plan
