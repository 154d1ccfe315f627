"""The organizations of the city: one committee, its units with all that belongs to a unit, one unit elsewhere."""

from collections.abc import Iterator
from datetime import date

from luoshi.ground.organizations.actions import Placement
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import OrganizationKind as Kind

from .content import Page, city
from .days import Days

# Terms by the regulation on Party organizations of state organs and the rules for branches: five years, three years.
COMMITTEE_TERM, BRANCH_TERM = 5, 3
GROUPS = ("第一党小组", "第二党小组")


def placements(days: Days) -> list[Placement]:
    """Return every organization as it shall be, each after the one above it."""
    described = city()
    root, outside = described["committee"], described["outside"]
    found = [Placement(Charter(root["code"], root["name"], Kind.WORK_COMMITTEE, root["short"]), "")]
    found += _below(root, root["code"], days)
    for unit in described["unit"]:
        found += _unit(unit, root["code"], days)
    found.append(Placement(Charter(outside["code"], outside["name"], Kind.UNIT, outside["short"]), ""))
    return found


def branches() -> dict[str, list[str]]:
    """Return the codes of the branches of the committee itself and of each unit, by its code."""
    described = city()
    return {
        place["code"]: [f"{place['code']}-z{number}" for number in range(1, len(place["branches"]) + 1)]
        for place in (described["committee"], *described["unit"])
    }


def _unit(unit: Page, under: str, days: Days) -> Iterator[Placement]:
    code, short = unit["code"], unit["short"]
    yield Placement(Charter(code, unit["name"], Kind.UNIT, short), under)
    yield _named(f"{code}-dz", f"{short}党组", Kind.PARTY_GROUP, code)
    elected = days.ago(200 + 137 * len(unit["branches"]))
    yield _elected(f"{code}-dw", f"{short}机关党委", Kind.ORGAN_COMMITTEE, code, elected)
    yield _named(f"{code}-jw", f"{short}机关纪委", Kind.DISCIPLINE_COMMITTEE, f"{code}-dw")
    yield from _below(unit, f"{code}-dw", days)


def _below(place: Page, committee: str, days: Days) -> Iterator[Placement]:
    """Return the branches below the committee, two groups in the first one, and the offices."""
    code, short = place["code"], place["short"]
    for number, name in enumerate(place["branches"], 1):
        # Spread over a whole term, so that some are due for election soon.
        elected = days.ago(60 + (number * 311 + len(short) * 97) % 1020)
        yield _elected(f"{code}-z{number}", f"{short}{name}", Kind.BRANCH, committee, elected)
    for number, name in enumerate(GROUPS, 1):
        full = f"{short}{place['branches'][0]}{name}"
        yield _named(f"{code}-z1x{number}", full, Kind.GROUP, f"{code}-z1")
    for number, name in enumerate(place["offices"], 1):
        yield _named(f"{code}-c{number}", f"{short}{name}", Kind.OFFICE, code)


def _named(code: str, name: str, kind: Kind, under: str) -> Placement:
    return Placement(Charter(code, name, kind), under)


def _elected(code: str, name: str, kind: Kind, under: str, elected_on: date) -> Placement:
    term = BRANCH_TERM if kind is Kind.BRANCH else COMMITTEE_TERM
    return Placement(Charter(code, name, kind, "", None, elected_on, term), under)
