"""A year of what is owed: months across, organizations down, each figure with the list behind it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.core.rules import Status, Tally
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.months_shown import MonthsShown, months_shown
from luoshi.edge.web.organizations.finding import seen
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import ancestors, by_path
from luoshi.plan.obligations.queries import Branching, branchings, monthly

LEVELS = 4
MONTHS = range(1, 13)
EARLIEST = 2000


class Cell(NamedTuple):
    """One month of one row: met, missed and unknown of all that were owed; how dark, from 0; the same in words."""

    met: int
    missed: int
    unknown: int
    owed: int
    level: int

    @property
    def total(self) -> int:
        """All that were owed."""
        return self.met + self.missed + self.unknown + self.owed


class Shown(NamedTuple):
    """One row of the map; ``own`` is the root by itself, without what is below it."""

    organization: Organization
    deeper: bool
    own: bool
    cells: list[Cell]
    year: Cell


@require_safe
@members
def obligations(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the year of a subtree in reach, by what stands directly below its root.

    Whoever reaches one organization only is led to its own months: a map of one row compares nothing.
    """
    today = localdate()
    year = year_asked(request, today)
    root = _root(request, viewer)
    whole, parts = _mapped(root, viewer.paths, year, today)
    if "at" not in request.GET and [each.organization for each in parts] == [root]:
        address = reverse("organization_obligations", kwargs={"number": parts[0].organization.pk})
        return redirect(f"{address}?year={year}" if "year" in request.GET else address)
    context = {
        "root": root,
        "above": [each for each in ancestors(root) if viewer.sees(each.path)] if root else [],
        "year": year,
        "this_year": today.year,
        "months": MONTHS,
        "narrow": narrow(request, year, today),
        "rows": [_shown(each, root) for each in parts],
        "whole": list(_cells(whole)),
        "sum": _sum(list(_cells(whole))),
        "roots": ",".join(str(each.organization.pk) for each in parts) if root is None else "",
    }
    return page(request, "obligations/heat.html", context)


def year_asked(request: HttpRequest, today: date) -> int:
    """Return the year that the address names, else this one."""
    said = request.GET.get("year", "")
    year = int(said) if said.isascii() and said.isdigit() and len(said) == 4 else 0
    return year if EARLIEST <= year <= today.year + 1 else today.year


def narrow(request: HttpRequest, year: int, today: date) -> MonthsShown[int]:
    """Return which months of the year a phone shows: the last few up to this one, of another year its last."""
    return months_shown(request, MONTHS, today.month if year == today.year else MONTHS[-1])


def _root(request: HttpRequest, viewer: Viewer) -> Organization | None:
    """Return whose subtree is asked for; nothing where several are in reach and none is chosen."""
    said = request.GET.get("at", "")
    if said.isascii() and said.isdigit():
        return seen(viewer, int(said))
    return by_path(viewer.paths).get(viewer.paths[0]) if len(viewer.paths) == 1 else None


def _mapped(
    root: Organization | None, paths: Sequence[str], year: int, today: date
) -> tuple[Tally, list[Branching]]:
    if root is not None:
        return branchings(root, year, today)
    whole, parts = Tally(None), []
    for each in by_path(paths).values():
        tally, below = branchings(each, year, today)
        whole = whole.plus(tally)
        parts.append(Branching(each, tally, bool(below)))
    return whole, parts


def _shown(each: Branching, root: Organization | None) -> Shown:
    cells = list(_cells(each.tally))
    return Shown(each.organization, each.whole, each.organization == root, cells, _sum(cells))


def _cells(tally: Tally) -> Iterator[Cell]:
    for month in monthly(tally):
        met, missed, unknown, owed = (
            month[each] for each in (Status.MET, Status.MISSED, Status.UNKNOWN, Status.OWED)
        )
        yield Cell(met, missed, unknown, owed, _level(missed, met + missed))


def _sum(cells: Sequence[Cell]) -> Cell:
    met, missed, unknown, owed = (sum(each[place] for each in cells) for place in range(4))
    return Cell(met, missed, unknown, owed, _level(missed, met + missed))


def _level(missed: int, known: int) -> int:
    """Return how dark a cell is: 0 where nothing was missed, 4 where everything was."""
    return -(-LEVELS * missed // known) if known else 0
