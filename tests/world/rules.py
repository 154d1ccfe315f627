"""Rules and calendars for tests: the shortest way to say one."""

from datetime import date

from luoshi.core.periods import WorkCalendar, periods_between, term_of
from luoshi.core.rules import Almanac, Count, Modality, Pack, Rule, parse
from luoshi.core.rules.record import Per
from luoshi.core.rules.rule import Measure

ALMANAC = Almanac(periods_between, term_of, WorkCalendar().add_workdays)
LONG_AGO = date(2000, 1, 1)


def rule(
    measure: Measure,
    *,
    id_: str = "R",
    when: str = "",
    since: date = LONG_AGO,
    until: date | None = None,
    modality: Modality = Modality.MUST,
) -> Rule:
    """Return a rule that binds branches."""
    return Rule(
        id=id_,
        title=id_,
        sentence=id_,
        citations=(),
        modality=modality,
        kinds=frozenset({"branch"}),
        measure=measure,
        valid_from=since,
        valid_until=until,
        when=parse(when) if when else None,
    )


def count(what: str = "theme_day", per: Per = "month", at_least: int = 1) -> Count:
    """Return a count."""
    return Count(what, per, at_least)


def pack(*rules: Rule) -> Pack:
    """Return a pack of these rules."""
    return Pack("test.toml", "test", rules)
