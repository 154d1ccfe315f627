"""What a pack asks in one year: each version of a rule with the periods that it governs, prepared once for all."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from luoshi.core.rules.record import Almanac, Per, Period
from luoshi.core.rules.rule import Count, Deadline, Hours, Pack, Rule, Structure

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One version of a rule and the periods of the year that it governs 应尽条目; none where no calendar tells them."""

    rule: Rule
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Docket:
    """The rules of one year 年度应尽表, by kind of organization. Made by ``docket_of``."""

    year: int
    almanac: Almanac
    lines: Mapping[str, tuple[Line, ...]] = field(repr=False)
    # Those that count nothing, and of these the ones that no matter has to begin: most organizations have none.
    _uncounted: dict[str, tuple[Line, ...]] = field(init=False, repr=False)
    _standing: dict[str, tuple[Line, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name, without in (("_uncounted", (Count,)), ("_standing", (Count, Deadline))):
            kept = {
                kind: tuple(line for line in found if not isinstance(line.rule.measure, without))
                for kind, found in self.lines.items()
            }
            object.__setattr__(self, name, kept)

    def of_kind(self, kind: str) -> tuple[Line, ...]:
        """Return the lines that can bind an organization of that kind."""
        return self.lines.get(kind, ())

    def uncounted(self, kind: str, *, matters: bool) -> tuple[Line, ...]:
        """Return those of them that do not count, with or without the ones that matters begin."""
        return (self._uncounted if matters else self._standing).get(kind, ())


def docket_of(pack: Pack, year: int, almanac: Almanac) -> Docket:
    """Return what the pack asks in that year.

    The version that is valid on the first day of a period governs the whole period, so that nobody is judged by
    what came later; a rule that nothing follows asks for no period that outlives it. What is only allowed
    (``may``) asks for nothing.
    """
    lines = defaultdict(list)
    for rule in pack.rules:
        if rule.modality == "may" or isinstance(rule.measure, Structure):
            continue
        periods: tuple[Period, ...] = ()
        if isinstance(rule.measure, Count):
            periods = _governed(rule, rule.measure.per, pack, year, almanac)
            if not periods:
                continue
        elif isinstance(rule.measure, Hours) and not rule.in_force(date(year, 1, 1)):
            continue
        for kind in rule.kinds:
            lines[kind].append(Line(rule, periods))
    return Docket(year, almanac, {kind: tuple(found) for kind, found in lines.items()})


def _governed(rule: Rule, per: Per, pack: Pack, year: int, almanac: Almanac) -> tuple[Period, ...]:
    ends = _outlived(rule, pack)
    whole = almanac.periods_between(per, date(year, 1, 1), date(year, 12, 31))
    return tuple(each for each in whole if rule.in_force(each.first) and (ends is None or each.last <= ends))


def _outlived(rule: Rule, pack: Pack) -> date | None:
    """Return the last day on which this version or one that follows it without a gap is valid."""
    versions = sorted((each for each in pack.rules if each.id == rule.id), key=lambda each: each.valid_from)
    ends = rule.valid_until
    for version in versions:
        if ends is not None and version.valid_from == ends + ONE_DAY:
            ends = version.valid_until
    return ends
