"""What falls due on a day and has no task yet; what somebody's posts owe between two days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from luoshi.act.tasks.site import workdays
from luoshi.core.lifecycle import Workdays
from luoshi.ground.people.models import Holding, Person, Post
from luoshi.ground.people.queries import during

from ..models import DutyItem, DutyOpening
from ..schedule import MONTHS, DutyTerm, term_open, terms_between
from ..vocabulary import Frequency

RECURRING = tuple(each for each in Frequency if each is not Frequency.EVENT)


@dataclass(frozen=True, slots=True)
class DutyOwed:
    """A duty that falls due 到期职责, and in which term."""

    item: DutyItem
    term: DutyTerm


@dataclass(frozen=True, slots=True)
class Dated:
    """One term of a duty in somebody's calendar 履责日程: by when, which duty of which post, and its task once there is one."""

    on: date
    title: str
    how: str
    post: Post
    duty_list: int
    key: str
    period: str
    task: int | None
    frequency: str
    answers: tuple[str, ...]


def owed(on: date, calendar: Workdays) -> list[DutyOwed]:
    """Return the duties in force that ought to have a task on that day and have none, of posts that somebody holds."""
    held = Holding.objects.filter(during(on, on), post=OuterRef("duty_list__post"))
    standing = DutyItem.objects.filter(
        Exists(held),
        dropped=False,
        duty_list__in_force=True,
        duty_list__year=on.year,
        duty_list__post__abolished_on=None,
    )
    found = []
    for frequency, month, term in _open_terms(on, calendar):
        opened = DutyOpening.objects.filter(
            post=OuterRef("duty_list__post"), key=OuterRef("key"), period=term.period.key
        )
        wanting = standing.filter(~Exists(opened), frequency=frequency, month=month)
        found += [
            DutyOwed(item, term)
            for item in wanting.select_related("duty_list__post__organization").order_by("pk")
        ]
    return found


def _open_terms(on: date, calendar: Workdays) -> Iterator[tuple[Frequency, int, DutyTerm]]:
    for frequency in RECURRING:
        for month in range(MONTHS + 1) if frequency is Frequency.YEAR else (0,):
            term = term_open(frequency, month, on, calendar)
            if term is not None:
                yield frequency, month, term


def owed_by(post: Post, on: date) -> list[tuple[DutyItem, date | None]]:
    """Return the duties in force of the post's list of that year, each with the next day it is due, if there is one."""
    mine = DutyItem.objects.filter(
        duty_list__post=post, duty_list__year=on.year, duty_list__in_force=True, dropped=False
    )
    calendar, ends = workdays(), date(on.year, 12, 31)
    return [
        (
            item,
            next(
                (term.due_on for term in terms_between(item.frequency, item.month, on, ends, calendar)), None
            ),
        )
        for item in mine.order_by("place")
    ]


def dated(person: Person, since: date, until: date) -> list[Dated]:
    """Return what the posts that the person holds in that time owe from ``since`` to ``until``, by day, in three reads."""
    held = Holding.objects.filter(during(since, until), person=person)
    posts = {each.post.pk: each.post for each in held.select_related("post__organization")}
    years = range(since.year, until.year + 1)
    items = DutyItem.objects.filter(
        ~Q(frequency=Frequency.EVENT),
        dropped=False,
        duty_list__in_force=True,
        duty_list__year__in=years,
        duty_list__post__in=posts,
    )
    opened = {
        (post, key, period): task
        for post, key, period, task in DutyOpening.objects.filter(post__in=posts).values_list(
            "post", "key", "period", "task"
        )
    }
    calendar = workdays()
    found = []
    for item in items.select_related("duty_list").order_by("duty_list__post", "place"):
        year, post = item.duty_list.year, posts[item.duty_list.post_id]
        first, last = max(since, date(year, 1, 1)), min(until, date(year, 12, 31))
        for term in terms_between(item.frequency, item.month, first, last, calendar):
            key = term.period.key
            task = opened.get((post.pk, item.key, key))
            found.append(
                Dated(
                    term.due_on,
                    item.title,
                    item.how,
                    post,
                    item.duty_list_id,
                    item.key,
                    key,
                    task,
                    item.frequency,
                    tuple(item.answers),
                )
            )
    return sorted(found, key=lambda each: (each.on, each.post.pk, each.key))
