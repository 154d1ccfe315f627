"""What if a rule had been in force in the last twelve months: JUDGE once more over the kept counters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from luoshi.act.membership.intervals import admissions
from luoshi.core.burden import Costs, Effort, effort
from luoshi.core.rules import Count, Docket, Pack, Record, Rule, Status, Subject, docket_of, judged
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.queries import active, reachable
from luoshi.ground.people.census import holders_by_place
from luoshi.plan.burden.site import costs

from .beside import beside
from .keeping import Kept, bring_up_to_date, kept
from .packs import binding
from .site import almanac
from .subjects import subjects

MONTHS = 12
GRASS_ROOTS = (OrganizationKind.BRANCH, OrganizationKind.GROUP)


class TrialRow(NamedTuple):
    """How one organization would have stood 试算结果: periods met, missed and unknown, and missed as it was before.

    The minutes are what the rules ask beyond what they raise: of whoever organizes, and of all who attend.
    """

    organization: int
    met: int
    missed: int
    unknown: int
    missed_before: int
    organizing: int
    attending: int


@dataclass(frozen=True, slots=True)
class Window:
    """Twelve whole months up to the one before this 试算期间, by the first days of the first and the last."""

    first: date
    last: date

    @classmethod
    def before(cls, today: date) -> "Window":
        """Return the twelve months before that day's."""
        last = today.year * MONTHS + today.month - 2
        return cls(_month(last - MONTHS + 1), _month(last))

    @property
    def years(self) -> list[int]:
        """The years that the window touches."""
        return sorted({self.first.year, self.last.year})

    def within(self, year: int, months: Sequence[int]) -> int:
        """Return the sum of those of a year's twelve numbers whose months are in the window."""
        since = self.first.month - 1 if year == self.first.year else 0
        until = self.last.month if year == self.last.year else MONTHS
        return sum(months[since:until])


@dataclass(frozen=True, slots=True)
class JudgingTerms:
    """What a rehearsal judges by 试算条件: dockets of the new rules and of those before, what is on record, by year; costs."""

    window: Window
    today: date
    now: Mapping[int, Docket]
    before: Mapping[int, Docket]
    kept: Mapping[int, Kept]
    records: Mapping[int, Mapping[object, Record]]
    costs: Costs
    raised: Mapping[str, int]


def rehearse(
    now: Sequence[Rule], before: Sequence[Rule], scope: Organization, today: date
) -> tuple[Window, list[TrialRow]]:
    """Return how everybody at and below the scope would have stood to the rules, and to those before them.

    Organizations that none of them would have bound are left out. A constant number of statements.
    """
    bring_up_to_date()
    window = Window.before(today)
    kinds = {kind for rule in (*now, *before) for kind in rule.kinds}
    organizations = list(active(reachable([scope.path])).filter(kind__in=kinds))
    steps = admissions([scope.path])
    wanted, stood = _dockets(now, window), _dockets(before, window)
    terms = JudgingTerms(
        window=window,
        today=today,
        now=wanted,
        before=stood,
        kept={year: kept([scope.path], year) for year in window.years},
        records={
            year: beside(organizations, [scope.path], (wanted[year], stood[year]), steps, today)
            for year in window.years
        },
        costs=costs(),
        raised=raised_by(now, binding(scope)),
    )
    teams = Counter[str]()
    for path, _kind, count in holders_by_place([scope.path], today):
        teams[path] += count
    found = (
        _row(subject, _people(each, subject, teams), terms)
        for each, subject in zip(
            organizations, subjects(organizations, today, [scope.path], steps), strict=True
        )
    )
    return window, [row for row in found if row is not None]


def yearly(now: Sequence[Rule], raised: Mapping[str, int], table: Costs) -> Effort:
    """Return what the rules ask of one organization in a year beyond what they raise, whoever attends left out."""
    spent = Effort()
    for rule in now:
        if isinstance(rule.measure, Count) and rule.modality != "may":
            times = rule.measure.at_least - raised.get(rule.id, 0)
            times *= MONTHS // LENGTHS[rule.measure.per]
            spent += effort(table.of(rule.measure.what), times, 0)
    return spent


LENGTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def _row(subject: Subject, people: int, terms: JudgingTerms) -> TrialRow | None:
    sums, spent = Counter[Status](), Effort()
    for rule, counted in _stood(subject, terms.now, terms):
        sums += counted
        asked = sum(counted.values()) - counted[Status.EXEMPT]
        if isinstance(rule.measure, Count):
            times = asked * (rule.measure.at_least - terms.raised.get(rule.id, 0))
            spent += effort(terms.costs.of(rule.measure.what), times, people)
    was = sum(counted[Status.MISSED] for _rule, counted in _stood(subject, terms.before, terms))
    if not sums and not was:
        return None
    met, missed, unknown = (sums[each] for each in (Status.MET, Status.MISSED, Status.UNKNOWN))
    return TrialRow(int(str(subject.key)), met, missed, unknown, was, spent.organizing, spent.attending)


def _stood(
    subject: Subject, dockets: Mapping[int, Docket], terms: JudgingTerms
) -> Iterator[tuple[Rule, Counter[Status]]]:
    """Yield each rule that would have bound the organization, with how many periods of each status."""
    for year, docket in dockets.items():
        record = terms.records[year][subject.key]
        for each in judged(docket, subject, terms.kept[year], terms.today, record):
            counted = {status: terms.window.within(year, each.months(status)) for status in Status}
            yield each.rule, Counter({status: times for status, times in counted.items() if times})


def _people(organization: Organization, subject: Subject, teams: Mapping[str, int]) -> int:
    """Return how many would have come: the members of a branch, elsewhere whoever holds a post."""
    if organization.kind in GRASS_ROOTS:
        return int(str(subject.facts.get("members", 0)))
    return teams.get(organization.path, 0)


def _dockets(now: Iterable[Rule], window: Window) -> dict[int, Docket]:
    """Return what the rules ask in each year of the window, as if they had been in force since long before."""
    since = date(window.first.year, 1, 1)
    latest = {rule.id: rule for rule in sorted(now, key=lambda rule: rule.valid_from)}
    pack = Pack("", "", tuple(replace(rule, valid_from=since, valid_until=None) for rule in latest.values()))
    return {year: docket_of(pack, year, almanac()) for year in window.years}


def raised_by(now: Iterable[Rule], known: Iterable[Rule]) -> dict[str, int]:
    """Return for each rule that raises a known one how often the other asks for it already."""
    asked = {rule.id: rule.measure.at_least for rule in known if isinstance(rule.measure, Count)}
    return {rule.id: asked.get(rule.raises, 0) for rule in now if rule.raises}


def _month(counted: int) -> date:
    return date(counted // MONTHS, counted % MONTHS + 1, 1)
