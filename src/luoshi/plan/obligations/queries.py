"""Reads of what is owed: one organization's year with its reasons, a subtree as figures, and the list behind a figure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from luoshi.act.membership.intervals import admissions
from luoshi.core.periods import period_of
from luoshi.core.rules import Feature, Obligation, Status, Subject, Tally, judge, owed, structure
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import STEP, topmost
from luoshi.ground.organizations.queries import reachable

from .beside import beside
from .keeping import bring_up_to_date, kept
from .life import held
from .models import Fulfilment
from .packs import Library, Local
from .subjects import subjects

FIRST_MONTH, LAST_MONTH = 1, 12
# What asks for attention first.
ORDER = (Status.MISSED, Status.OWED, Status.UNKNOWN, Status.MET, Status.EXEMPT)


class Owing(NamedTuple):
    """One obligation and whose it is 应尽事项与组织."""

    organization: Organization
    obligation: Obligation


@dataclass(frozen=True, slots=True)
class Branching:
    """A part of a subtree with the tallies of all in it added up 分支汇总; ``whole`` has more below it."""

    organization: Organization
    tally: Tally
    whole: bool


def year_of(organization: Organization, year: int, today: date) -> list[Obligation]:
    """Return what the organization owes in the year, by the last day of each, with what met it and why it stands so."""
    return owing([organization], year, today)[organization.pk]


def owing(organizations: Sequence[Organization], year: int, today: date) -> dict[int, list[Obligation]]:
    """Return what each of these organizations owes in the year, by id, in a constant number of statements."""
    if not organizations:
        return {}
    library = Library([each.path for each in organizations])
    found: dict[int, list[Obligation]] = {each.pk: [] for each in organizations}
    bound = [each for each in organizations if _binds(library, each, year)]
    if not bound:
        return found
    bring_up_to_date()
    paths = topmost(each.path for each in bound)
    steps = admissions(paths)
    happened = held(bound, year, steps)
    dockets = {each.pk: library.docket(library.binding(each.path), year) for each in bound}
    others = beside(bound, paths, set(dockets.values()), steps, today)
    for each, subject in zip(bound, subjects(bound, today, paths, steps), strict=True):
        record = replace(others[each.pk], occurrences=happened[each.pk])
        obligations = owed(dockets[each.pk], subject, record, today)
        found[each.pk] = sorted(obligations, key=lambda one: (one.due, one.rule.id))
    return found


def set_up(organization: Organization, today: date) -> list[Feature]:
    """Return how the organization is set up, held against what is laid down: facts, never misses."""
    library = Library([organization.path])
    [subject] = subjects([organization], today)
    return structure(library.pack(library.binding(organization.path)), subject, today)


def tallies(paths: Sequence[str], year: int, today: date) -> list[tuple[Organization, Tally]]:
    """Return every organization at and below the paths that owes anything in the year, with its tally."""
    bring_up_to_date()
    library, counted, steps = Library(paths), kept(paths, year), admissions(paths)
    organizations = [each for each in _living(paths, year) if _binds(library, each, year)]
    grouped: dict[tuple[Local, ...], list[Subject]] = defaultdict(list)
    for subject, each in zip(subjects(organizations, today, paths, steps), organizations, strict=True):
        grouped[library.binding(each.path)].append(subject)
    dockets = {local: library.docket(local, year) for local in grouped}
    records = beside(organizations, topmost(paths), dockets.values(), steps, today)
    judged = {
        tally.key: tally
        for local, group in grouped.items()
        for tally in judge(dockets[local], group, counted, today, records)
    }
    return [(each, judged[each.pk]) for each in organizations if _any(judged[each.pk])]


def branchings(root: Organization, year: int, today: date) -> tuple[Tally, list[Branching]]:
    """Return the subtree's tally, and it again by what stands directly below; the root's own part comes first."""
    parts: dict[str, Tally] = {}
    own: dict[str, Organization] = {}
    below: set[str] = set()
    whole = Tally(root.pk)
    deep = len(root.path) + STEP
    for organization, tally in tallies([root.path], year, today):
        place = organization.path[:deep]
        if organization.path == place:
            own[place] = organization
        else:
            below.add(place)
        parts[place] = parts.get(place, Tally(place)).plus(tally)
        whole = whole.plus(tally)
    missing = [path for path in parts if path not in own]
    own |= {each.path: each for each in Organization.objects.filter(path__in=missing)}
    return whole, [Branching(own[path], parts[path], path in below) for path in sorted(parts)]


@dataclass(frozen=True, slots=True)
class Behind:
    """The list behind a figure 明细: the figures of that month by status, a page of one of them, and where it goes on."""

    counts: Mapping[Status, int]
    status: Status
    found: list[Owing]
    following: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure counts 数字口径: whose obligations, due in which month, of which status; ``own`` without those below.

    Without a status, of the first that has any, missed ones first.
    """

    paths: Sequence[str]
    year: int
    month: int
    status: Status | None = None
    own: bool = False


def behind(figure: Figure, today: date, *, after: str, limit: int) -> Behind:
    """Return the obligations that the figure counts, in the order of the tree.

    Whole organizations until ``limit`` is reached; ``after`` is the ``following`` of the page before, empty for
    the first.
    """
    year, month = figure.year, figure.month
    judged = [
        each for each in tallies(figure.paths, year, today) if not figure.own or each[0].path in figure.paths
    ]
    counts = {each: sum(tally.months(each)[month - 1] for _place, tally in judged) for each in ORDER}
    chosen = figure.status or next((each for each in ORDER if counts[each]), Status.MISSED)
    wanted: list[Organization] = []
    listed, following = 0, ""
    for organization, tally in judged:
        here = tally.months(chosen)[month - 1]
        if organization.path <= after or not here:
            continue
        if listed >= limit:
            following = wanted[-1].path
            break
        wanted.append(organization)
        listed += here
    there = owing(wanted, year, today) if wanted else {}
    found = [
        Owing(organization, each)
        for organization in wanted
        for each in there[organization.pk]
        if each.status is chosen and month_of(each, year) == month
    ]
    return Behind(counts, chosen, found, following)


def open_now(organizations: Sequence[Organization], today: date) -> list[Owing]:
    """Return what these organizations owe in this month: due in it, whatever became of it, the earliest first."""
    last = period_of("month", today).last
    there = owing(organizations, today.year, today)
    found = [
        Owing(organization, each)
        for organization in organizations
        for each in there[organization.pk]
        if today.replace(day=1) <= each.due <= last
    ]
    return sorted(found, key=lambda each: (ORDER.index(each.obligation.status), each.obligation.due))


def due_between(organizations: Sequence[Organization], since: date, until: date, today: date) -> list[Owing]:
    """Return what these organizations still owe with its last day among these, by that day."""
    found: dict[tuple[int, str, str], Owing] = {}
    for year in range(since.year, until.year + 1):
        for pk, each in owing(organizations, year, today).items():
            place = next(one for one in organizations if one.pk == pk)
            for one in each:
                if one.status is Status.OWED and since <= one.due <= until:
                    found[pk, one.rule.id, one.key] = Owing(place, one)
    return sorted(found.values(), key=lambda each: (each.obligation.due, each.organization.path))


def month_of(obligation: Obligation, year: int) -> int:
    """Return the month in which an obligation stands: that of its last day, January for what is overdue from before."""
    return obligation.due.month if obligation.due.year == year else FIRST_MONTH


def _living(paths: Sequence[str], year: int) -> list[Organization]:
    """Return the organizations at and below the paths that lived in that year."""
    first, last = date(year, FIRST_MONTH, 1), date(year, LAST_MONTH, 31)
    return [
        each
        for each in reachable(paths)
        if (each.dissolved_on is None or each.dissolved_on >= first)
        and (each.established_on is None or each.established_on <= last)
    ]


def _binds(library: Library, organization: Organization, year: int) -> bool:
    """Tell whether any rule can bind an organization of its kind there in that year."""
    return bool(library.docket(library.binding(organization.path), year).of_kind(organization.kind))


def _any(tally: Tally) -> bool:
    return bool(tally.met or tally.missed or tally.owed or tally.unknown or tally.exempt)


def monthly(tally: Tally) -> Iterator[dict[Status, int]]:
    """Yield for each month, January first, how many obligations of each status are due in it."""
    by_status = {status: tally.months(status) for status in Status}
    for month in range(LAST_MONTH):
        yield {status: numbers[month] for status, numbers in by_status.items()}


def fulfilment(number: int) -> Fulfilment | None:
    """Return the fulfilment of that number with its organization, or nothing."""
    return Fulfilment.objects.select_related("organization").filter(pk=number).first()
