"""COUNT, kept: each organization's years as packed counters, brought up to date with the ledger as the outbox."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Min

from luoshi.act.activities.queries import Learning, learning
from luoshi.core.rules import Counters
from luoshi.ground.ledger.queries import settled_id, since
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import STEP, topmost, within
from luoshi.ground.organizations.queries import paths_of, roots

from .life import MONTHS, VERBS, Happened, happened, learners_of, places_of
from .models import Beginning, Bookmark, YearCount, YearStudy
from .reads import is_behind

# More news than this is an import that touched most organizations, and then all are counted at once.
FEW, BATCH = 2_000, 500


def bring_up_to_date() -> None:
    """Count anew the organizations in which something happened since this was last asked; several may ask at once.

    Counted anew and not added to, so that it comes out the same wherever it was stopped.
    """
    if not is_behind(VERBS):
        return
    with transaction.atomic():
        Bookmark.objects.get_or_create(pk=1)
        bookmark = Bookmark.objects.select_for_update().get(pk=1)
        newest = settled_id()
        news = since(bookmark.entry, limit=FEW, verbs=VERBS)
        if newest is None:
            return
        if news:
            everywhere = len(news) == FEW
            recount(roots() if everywhere else paths_of(places_of(news)))
            recount_studies(None if everywhere else learners_of(news))
        bookmark.entry = newest
        bookmark.save()


@transaction.atomic
def recount(paths: Sequence[str]) -> None:
    """Count all years of the organizations at and below these paths anew."""
    counted = happened(topmost(paths))
    YearCount.objects.filter(within(paths, "organization__path")).delete()
    YearCount.objects.bulk_create(_rows(counted), batch_size=BATCH)
    _begin({*paths, *(path[:-STEP] or path for path in paths)})


@transaction.atomic
def recount_studies(people: Collection[int] | None = None) -> None:
    """Count the study hours of these people anew in all years, everybody's where none are named."""
    if people is None:
        YearStudy.objects.all().delete()
        _keep(learning())
        return
    wanted = sorted(people)
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        YearStudy.objects.filter(person__in=part).delete()
        _keep(learning(part))


def _keep(found: Sequence[Learning]) -> None:
    rows = (
        YearStudy(
            person_id=each.person,
            year=each.year,
            tenths=each.tenths,
            untimed=each.untimed,
            excused=each.excused,
        )
        for each in found
    )
    YearStudy.objects.bulk_create(rows, batch_size=BATCH)


def _begin(places: Collection[str]) -> None:
    """Keep anew since when these places, those below and those directly below each of them are on record."""
    inside = within(places, "organization__path")
    rows = YearCount.objects.filter(inside).order_by().values_list("organization__path")
    first: dict[str, int] = {}
    for path, month in rows.annotate(month=Min("first_month")):
        for place in (path, path[:-STEP]):
            first[place] = min(month, first.get(place, month))
    Beginning.objects.filter(inside).delete()
    known = Organization.objects.filter(within(places)).values_list("path", "pk")
    Beginning.objects.bulk_create(
        (Beginning(organization_id=pk, month=first[path]) for path, pk in known if path in first),
        batch_size=BATCH,
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """The counters of a year as they are kept here 留存计数; a source of counters for the engine of rules."""

    year: int
    kinds: Mapping[object, Mapping[str, int]]

    def of(self, key: object, /) -> Mapping[str, int]:
        """Return the packed counters of that organization by kind."""
        return self.kinds.get(key, {})


def kept(paths: Sequence[str], year: int) -> Kept:
    """Return the kept counters of the organizations at and below the paths for that year, by id."""
    rows = YearCount.objects.filter(within(paths, "organization__path"), year=year).order_by()
    return Kept(year, dict(rows.values_list("organization", "kinds")))


def _rows(counted: Counter[Happened]) -> Iterator[YearCount]:
    by_year: dict[int, Counters] = {}
    first: dict[tuple[int, int], int] = {}
    for each, times in counted.items():
        year, month = divmod(each.month, MONTHS)
        by_year.setdefault(year, Counters(year)).add_month(each.organization, each.kind, month + 1, times)
        place = (each.organization, year)
        first[place] = min(each.month, first.get(place, each.month))
    for (organization, year), month in first.items():
        kinds = dict(by_year[year].of(organization))
        yield YearCount(organization_id=organization, year=year, kinds=kinds, first_month=month)
