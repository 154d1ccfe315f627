"""Duty lists of two organizations, lived through: accepted, falling due, done, checked."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.timezone import localdate

from luoshi.act.tasks import actions as tasks
from luoshi.act.tasks.queries import everything
from luoshi.core.lifecycle import Move, State
from luoshi.ground.people.models import Post
from luoshi.ground.people.queries import holders_of
from luoshi.plan.duties import actions

from .content import Page, text
from .diary import Diary
from .parts import Company

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
    from luoshi.ground.people.models import Person
    from luoshi.plan.duties.models import DutyList

DAWN = time(6, 30)
CHECKED, REPORTED = timedelta(hours=4), timedelta(hours=9)
# Duties are reported so many working days before they are due; one in so many is left lying.
AHEAD, FORGOTTEN = 3, 6


@cache
def duties() -> Page:
    """Return what the file says."""
    return tomllib.loads(text("duties.toml"))


def post_of(seat: str) -> Post:
    """Return the post of a seat like ``hz secretary``."""
    code, kind = seat.split()
    return Post.objects.select_related("organization").get(organization__code=code, kind=kind)


def tell_duties(diary: Diary, company: Company) -> None:
    """Write down the lists, and every morning since with what fell due and was done."""
    for group in duties()["lists"]:
        for seat in group["seats"]:
            _Listed(seat, group, diary, company).write_into(diary)
    yesterday = datetime.combine(diary.days.day(-1), DAWN, diary.days.zone)
    diary.write(yesterday - CHECKED, lambda at: actions.report_recorded(by=None, at=at))
    diary.write(yesterday - CHECKED, lambda at: tasks.sweep(by=None, at=at))
    for day in range(duties()["first_morning"], 0):
        morning = datetime.combine(diary.days.day(day), DAWN, diary.days.zone)
        # Nothing new falls due on other mornings, and the city shall be there in seconds.
        if day == duties()["first_morning"] or diary.days.day(day - 1).month != morning.month:
            diary.write(morning, lambda at: actions.open_due(by=None, at=at))
        diary.write(morning + CHECKED, partial(_check, company))
        diary.write(morning + REPORTED, partial(_report, diary))


class _Listed:
    """One list, from its draft to its acceptance."""

    def __init__(self, seat: str, group: Page, diary: Diary, company: Company) -> None:
        self._post = post_of(seat)
        self._by = company.holder(group["by"])
        self._year = diary.days.today.year
        self._holders = [] if seat in group["unaccepted"] else holders_of(self._post, diary.days.today)
        self._list: DutyList | None = None

    def write_into(self, diary: Diary) -> None:
        page, thread = duties(), diary.story()
        thread.then(page["drafted"], self._draft)
        thread.then(page["published"], lambda at: actions.publish(self._made(), by=self._by, at=at))
        for person in self._holders:
            thread.then(page["accepted"], partial(self._accept, person))

    def _draft(self, at: datetime) -> None:
        self._list = actions.draft_list(self._post, self._year, by=self._by, at=at)

    def _accept(self, person: Person, at: datetime) -> None:
        actions.accept(self._made(), by=person, at=at)

    def _made(self) -> DutyList:
        if self._list is None:
            raise LookupError(f"{self._post} has no list yet")
        return self._list


def _opened(state: State) -> QuerySet[Task]:
    """Return the tasks in that state that duty lists opened; other stories tell of duties of their own."""
    return everything().filter(origin_reference__startswith="duty_list:", state=state)


def _report(diary: Diary, at: datetime) -> None:
    """Report the duties that are due soon; some are forgotten."""
    soon = diary.days.calendar.add_workdays(localdate(at), AHEAD)
    mine = _opened(State.ACCEPTED).filter(deadline_on__lte=soon)
    for task in mine.select_related("owner_post"):
        if task.pk % FORGOTTEN and task.owner_post is not None:
            by = holders_of(task.owner_post, localdate(at))[0]
            tasks.report(task, by=by, at=at, note=f"{task.title}已完成，记录在册。")


def _check(company: Company, at: datetime) -> None:
    """Close what was reported the day before."""
    for task in _opened(State.REPORTED).select_related("issuer"):
        usual = company.mover(task, Move.CLOSE)
        by = company.handler(task.issuer) if str(usual.pk) in task.reporters else usual
        tasks.close(task, by=by, at=at, note="看了记录，属实。")
