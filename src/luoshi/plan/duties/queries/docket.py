"""Reads of the docket: what leaders have taken up in person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import F, QuerySet

from luoshi.ground.organizations.paths import within
from luoshi.ground.people.models import LEADING, Person, Post
from luoshi.ground.people.queries import posts_of
from luoshi.ground.statements import for_each_driver, run

from ..models import DocketEntry

_TAKEN_UP = for_each_driver(
    "SELECT 1 FROM duties_docketentry WHERE task_id = %s AND released_at IS NULL LIMIT 1"
)


def find_entry(number: int) -> DocketEntry | None:
    """Return the entry of that id with its post, person and task, or nothing."""
    return _whole().filter(pk=number).first()


def leading_posts(person: Person, on: date) -> list[Post]:
    """Return the leading posts that the person holds on that day."""
    return [post for post in posts_of(person, on) if post.kind in LEADING]


def on_docket(posts: Collection[Post]) -> QuerySet[DocketEntry]:
    """Return what stands on the docket of these posts, the first due first."""
    mine = _whole().filter(post__in=posts, released_at=None)
    return mine.order_by(F("task__deadline_on").asc(nulls_last=True), "pk")


def dockets_within(paths: Collection[str]) -> QuerySet[DocketEntry]:
    """Return what leaders at and below the paths have taken up, by post, the first due first."""
    found = _whole().filter(within(paths, "post__organization__path"), released_at=None)
    return found.order_by(
        "post__organization__path", "post", F("task__deadline_on").asc(nulls_last=True), "pk"
    )


def taken_up(task_id: int) -> list[DocketEntry]:
    """Return by whom the task is taken up, the first first."""
    # Few tasks are, and every task's page asks.
    if run(_TAKEN_UP, [task_id]).fetchone() is None:
        return []
    return list(_whole().filter(task=task_id, released_at=None).order_by("pk"))


def _whole() -> QuerySet[DocketEntry]:
    return DocketEntry.objects.select_related(
        "post__organization", "person", "task__owner", "task__owner_post"
    )
