"""Reads of duty lists: one, those of a post, what is missing within reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from luoshi.act.tasks.queries import by_ids
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within
from luoshi.ground.people.models import Holding, Person, Post
from luoshi.ground.people.queries import during

from ..models import Acceptance, DutyItem, DutyList, DutyOpening
from ..overseeing import overseers

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Performed:
    """One term of a duty that became a task 履责记录: in which period, and the task."""

    period: str
    task: Task


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One duty from being assigned to being overseen 责任链条: what was done of it this year, and who oversees it."""

    item: DutyItem
    performed: tuple[Performed, ...]
    overseer: Organization


@dataclass(frozen=True, slots=True)
class PostDuties:
    """How one post stands with its list 岗位清单情况: the list in force, its holders, and who of them accepted it."""

    post: Post
    duty_list: DutyList | None
    draft: DutyList | None
    holders: tuple[Person, ...]
    accepted: frozenset[int]

    @property
    def waiting(self) -> tuple[Person, ...]:
        """The holders who have not accepted what is in force."""
        if self.duty_list is None:
            return ()
        return tuple(each for each in self.holders if each.pk not in self.accepted)


def find_list(list_id: int) -> DutyList | None:
    """Return the list of that number with its post and place, or nothing."""
    found = DutyList.objects.select_related("post__organization", "published_by")
    return found.filter(pk=list_id).first()


def find_item(list_id: int, key: str) -> DutyItem | None:
    """Return the item of that key in that list, or nothing."""
    found = DutyItem.objects.select_related("duty_list__post__organization")
    return found.filter(duty_list=list_id, key=key).first()


def in_force(post: Post, year: int) -> DutyList | None:
    """Return the version in force of the post's list for that year, or nothing."""
    return DutyList.objects.filter(post=post, year=year, in_force=True).first()


def versions(duty_list: DutyList) -> list[DutyList]:
    """Return every version of the same post and year, the newest first."""
    found = DutyList.objects.filter(post=duty_list.post, year=duty_list.year)
    return list(found.select_related("published_by").order_by("-version"))


def items(duty_list: DutyList) -> list[DutyItem]:
    """Return the items in their order, those that were dropped too."""
    return list(duty_list.items.order_by("place"))


def acceptances(duty_list: DutyList) -> list[Acceptance]:
    """Return who accepted this version, the first first."""
    return list(duty_list.acceptances.select_related("person").order_by("pk"))


def happened(duty_list: DutyList) -> list[Entry]:
    """Return what happened to this version, first to last."""
    return story(duty_list.chain)


def responsibilities(duty_list: DutyList) -> list[Responsibility]:
    """Return each duty of the list with what became of it in its year, whichever version asked for it; in four reads."""
    mine = items(duty_list)
    opened: dict[str, list[DutyOpening]] = defaultdict(list)
    same_year = DutyOpening.objects.filter(post=duty_list.post, item__duty_list__year=duty_list.year)
    for each in same_year.order_by("period"):
        opened[each.key].append(each)
    tasks = by_ids(each.task_id for rows in opened.values() for each in rows)
    place = duty_list.post.organization
    above = overseers({(item.overseer, place) for item in mine})
    return [
        Responsibility(
            item,
            tuple(Performed(each.period, tasks[each.task_id]) for each in opened[item.key]),
            above[item.overseer, place.pk],
        )
        for item in mine
    ]


def standings(posts: Iterable[Post], year: int, on: date) -> list[PostDuties]:
    """Return how these posts stand with their lists of that year, in their order; in three reads however many."""
    asked = list(posts)
    listed, drafted = {}, {}
    for each in DutyList.objects.filter(post__in=asked, year=year).select_related("published_by"):
        if each.in_force:
            listed[each.post_id] = each
        elif each.published_at is None:
            drafted[each.post_id] = each
    holders = defaultdict(list)
    held = Holding.objects.filter(during(on, on), post__in=asked).select_related("person")
    for holding in held.order_by("from_on", "pk"):
        holders[holding.post_id].append(holding.person)
    said = defaultdict(set)
    accepted = Acceptance.objects.filter(duty_list__in=listed.values())
    for number, person in accepted.values_list("duty_list", "person"):
        said[number].add(person)
    return [
        PostDuties(
            post,
            listed.get(post.pk),
            drafted.get(post.pk),
            tuple(holders[post.pk]),
            frozenset(said[listed[post.pk].pk]) if post.pk in listed else frozenset(),
        )
        for post in asked
    ]


def listed_within(paths: Collection[str], year: int) -> QuerySet[Post]:
    """Return the standing posts at and below the paths that have a list for that year, in the order of the tree."""
    listed = DutyList.objects.filter(year=year, in_force=True).values("post")
    found = Post.objects.filter(within(paths, "organization__path"), abolished_on=None, pk__in=listed)
    return found.select_related("organization").order_by("organization__path", "pk")


def in_force_items(posts: Collection[Post], year: int) -> dict[int, list[DutyItem]]:
    """Return the duties in force of these posts in that year, by post."""
    found = defaultdict(list)
    standing = DutyItem.objects.filter(
        duty_list__post__in=posts, duty_list__year=year, duty_list__in_force=True, dropped=False
    )
    for item in standing.select_related("duty_list").order_by("place"):
        found[item.duty_list.post_id].append(item)
    return found


def lists_at(organization: Organization, year: int) -> dict[int, int]:
    """Return the number of the list in force of each post of the organization that has one, by post."""
    mine = DutyList.objects.filter(post__organization=organization, year=year, in_force=True)
    return dict(mine.values_list("post", "pk"))


def waiting_for(person: Person, on: date) -> list[DutyList]:
    """Return the lists in force, of that day's year and later, of posts the person holds and has not accepted."""
    held = Holding.objects.filter(during(on, on), person=person).values("post")
    mine = DutyList.objects.filter(post__in=held, in_force=True, year__gte=on.year)
    accepted = Acceptance.objects.filter(person=person).values("duty_list")
    return list(mine.exclude(pk__in=accepted).select_related("post__organization").order_by("year", "post"))
