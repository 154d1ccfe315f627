"""How many posts within reach lack what, and what their duties came to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from luoshi.ground.organizations.paths import within
from luoshi.ground.people.models import Holding, Post
from luoshi.ground.people.queries import during

from ..models import Acceptance, DutyList, DutyOpening


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the lists of a reach are 清单覆盖: posts, those with a list, without a holder, with a list not accepted."""

    posts: int
    listed: int
    vacant: int
    unaccepted: int


def _standing(paths: Collection[str]) -> QuerySet[Post]:
    return Post.objects.filter(within(paths, "organization__path"), abolished_on=None)


def _listed(year: int) -> Exists:
    return Exists(DutyList.objects.filter(post=OuterRef("pk"), year=year, in_force=True))


def _held(on: date) -> Exists:
    return Exists(Holding.objects.filter(during(on, on), post=OuterRef("pk")))


def _unaccepted(year: int, on: date) -> Exists:
    """Return the condition that somebody holds the post who has not accepted its list."""
    said = Acceptance.objects.filter(
        duty_list__post=OuterRef("post"),
        duty_list__year=year,
        duty_list__in_force=True,
        person=OuterRef("person"),
    )
    return Exists(Holding.objects.filter(~Exists(said), during(on, on), post=OuterRef("pk")))


def extent(paths: Collection[str], year: int, on: date) -> Extent:
    """Count the standing posts at and below the paths, in one read."""
    listed, held, open_ = Q(_listed(year)), Q(_held(on)), Q(_unaccepted(year, on))
    found = _standing(paths).aggregate(
        posts=Count("pk"),
        listed=Count("pk", filter=listed),
        vacant=Count("pk", filter=~held),
        unaccepted=Count("pk", filter=listed & open_),
    )
    return Extent(**found)


def lacking(paths: Collection[str], year: int, on: date, what: str) -> QuerySet[Post]:
    """Return the posts that ``extent`` counts as ``unlisted``, ``vacant`` or ``unaccepted``, in the order of the tree."""
    conditions = {
        "unlisted": ~Q(_listed(year)),
        "vacant": ~Q(_held(on)),
        "unaccepted": Q(_listed(year)) & Q(_unaccepted(year, on)),
    }
    found = _standing(paths).filter(conditions[what]).select_related("organization")
    return found.order_by("organization__path", "pk")


def opened_within(paths: Collection[str], year: int) -> dict[str, int]:
    """Return how many duty tasks of the year there are at and below the paths, by state of the loop."""
    mine = DutyOpening.objects.filter(within(paths, "post__organization__path"), item__duty_list__year=year)
    counted = mine.order_by("task__state").values_list("task__state").annotate(Count("pk"))
    return dict(counted)
