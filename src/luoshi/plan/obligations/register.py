"""What the registers of organizations and people tell about many organizations at once: nobody declares it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from luoshi.act.membership.intervals import Admissions
from luoshi.core.rules import Value
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.outline import kinds_at, kinds_by_place
from luoshi.ground.organizations.paths import STEP, above, upper_bound
from luoshi.ground.people.census import holders_by_place, people_by_place, posts_by_place
from luoshi.ground.people.models import PostKind, Standing

ORGAN = (OrganizationKind.WORK_COMMITTEE, OrganizationKind.ORGAN_COMMITTEE)
COMMITTEE = {PostKind.ORGANIZATION_MEMBER, PostKind.PUBLICITY_MEMBER}
SEATED = {*COMMITTEE, PostKind.DISCIPLINE_MEMBER}
# What no form asks for, because the registers tell it; those of the second row only where they do.
TOLD = (
    *("members", "full_members", "groups", "last_elected_on", "term_years", "full_time_workers"),
    *("discipline_committee", "discipline_member", "committee", "organ", "activists"),
)


class Sums:
    """Numbers at places of the tree 分布数, summed for any subtree in the time of two look-ups."""

    def __init__(self, counts: Iterable[tuple[str, int]]) -> None:
        """Take pairs of a path and a number."""
        ordered = sorted(counts)
        self._paths = [path for path, _count in ordered]
        self._sums = [0, *accumulate(count for _path, count in ordered)]

    def below(self, path: str) -> int:
        """Return the sum at and below the path."""
        first = bisect_left(self._paths, path)
        return self._sums[bisect_left(self._paths, upper_bound(path), first)] - self._sums[first]


def told(
    organizations: Sequence[Organization], paths: Sequence[str], steps: Admissions, on: date
) -> dict[int, dict[str, Value]]:
    """Return the facts that registers tell of these organizations on that day, by id; what they do not tell is absent.

    People and workers of an organization are those at and below it. ``paths`` are subtrees that hold all of them.
    A constant number of statements.
    """
    members, full = _members(paths)
    workers = Sums(
        (path, count) for path, kind, count in holders_by_place(paths, on) if kind == PostKind.AFFAIRS_OFFICER
    )
    below = Counter((path[:-STEP], kind) for path, kind in kinds_by_place(paths))
    posts: dict[str, set[str]] = defaultdict(set)
    for path, kind in posts_by_place(paths):
        posts[path].add(kind)
    organs, on_the_way = _organs(organizations), steps.activists()
    found: dict[int, dict[str, Value]] = {}
    for each in organizations:
        facts: dict[str, Value] = {
            "members": members.below(each.path),
            "full_members": full.below(each.path),
            "groups": below[each.path, OrganizationKind.GROUP],
            "full_time_workers": workers.below(each.path),
        }
        if each.last_elected_on is not None:
            facts["last_elected_on"] = each.last_elected_on
        if each.term_years is not None:
            facts["term_years"] = each.term_years
        if posts[each.path] & SEATED:
            facts["discipline_member"] = PostKind.DISCIPLINE_MEMBER in posts[each.path]
        if posts[each.path] & COMMITTEE:
            facts["committee"] = True
        if below[each.path, OrganizationKind.DISCIPLINE_COMMITTEE]:
            facts["discipline_committee"] = True
        if any(place in organs for place in (each.path, *above(each.path))):
            facts["organ"] = True
        if each.pk in on_the_way:
            facts["activists"] = next((count for day, count in reversed(on_the_way[each.pk]) if day <= on), 0)
        found[each.pk] = facts
    return found


def _members(paths: Sequence[str]) -> tuple[Sums, Sums]:
    rows = list(people_by_place(paths))
    inside = [(path, count) for path, standing, count in rows if standing != Standing.NONE]
    return Sums(inside), Sums((path, count) for path, standing, count in rows if standing == Standing.FULL)


def _organs(organizations: Sequence[Organization]) -> set[str]:
    """Return the places of organ committees among these organizations and above them."""
    own = {each.path for each in organizations if each.kind in ORGAN}
    places = {place for each in organizations for place in above(each.path)} - own
    return own | {path for path, kind in kinds_at(places).items() if kind in ORGAN}
