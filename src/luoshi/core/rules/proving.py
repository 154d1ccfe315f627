"""Works the examples of rules, and tells which dates none of them shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from luoshi.core.rules.docket import docket_of
from luoshi.core.rules.examples import NONE, SAID, SET_UP
from luoshi.core.rules.owing import owed
from luoshi.core.rules.record import Almanac, Matter, Occurrence, Record
from luoshi.core.rules.rule import Case, Count, Deadline, Pack, Rule, Structure
from luoshi.core.rules.structure import structure


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """What came of one case 例子结果: the keys whose status is not the expected one, with both; none when it holds."""

    rule: Rule
    case: Case
    differs: tuple[tuple[str, str, str], ...]


def work(pack: Pack, almanac: Almanac) -> Iterator[CaseOutcome]:
    """Yield the outcome of every case of the pack, in its order; a key that differs gives key, expected, found.

    Each case is worked with all versions of its rule and nothing else.
    """
    for rule in pack.rules:
        alone = Pack(
            pack.name, pack.title, tuple(each for each in pack.rules if each.id == rule.id), pack.scope
        )
        for case in rule.cases:
            found = _found(alone, rule, case, almanac)
            differs = [
                (key, said, found.get(key, NONE))
                for key, said in case.expect.items()
                if said != found.get(key, NONE)
            ]
            yield CaseOutcome(rule, case, tuple(differs))


def undemonstrated(pack: Pack) -> Iterator[tuple[Rule, date]]:
    """Yield each rule and day of its validity that no case shows from both sides.

    What counts is when something begins: a period, a matter, or the day asked for a structure.
    """
    for rule in pack.rules:
        versions = [each for each in pack.rules if each.id == rule.id]
        begun = [day for each in versions for case in each.cases for day in _begun(each, case)]
        if not any(day < rule.valid_from for day in begun) or not any(
            day >= rule.valid_from for day in begun
        ):
            yield rule, rule.valid_from
        if rule.valid_until is not None and not any(day > rule.valid_until for day in begun):
            yield rule, rule.valid_until


def _found(pack: Pack, rule: Rule, case: Case, almanac: Almanac) -> dict[str, str]:
    if isinstance(rule.measure, Structure):
        features = structure(pack, case.subject, case.today)
        return {SET_UP: SAID[features[0].as_laid_down]} if features else {}
    record = _counted_as(rule, case)
    years = {int(key[:4]) for key in case.expect if key[:4].isdigit() and int(key[:4]) > 0}
    return {
        each.key: each.status.value
        for year in sorted(years)
        for each in owed(docket_of(pack, year, almanac), case.subject, record, case.today)
    }


def _counted_as(rule: Rule, case: Case) -> Record:
    """A case says only on which days something was held, and since when; the rule says what it was."""
    what = rule.measure.what if isinstance(rule.measure, Count) else ""
    after = rule.measure.after if isinstance(rule.measure, Deadline) else ""
    return Record(
        [Occurrence(what, each.on) for each in case.record.occurrences],
        [Matter(after, each.since, each.done_on) for each in case.record.matters],
        case.record.hours,
    )


def _begun(rule: Rule, case: Case) -> Iterator[date]:
    if isinstance(rule.measure, Structure):
        yield case.today
    elif isinstance(rule.measure, Deadline):
        yield from (each.since for each in case.record.matters)
    else:
        yield from (day for key in case.expect if (day := _first_day(key)) is not None)


def _first_day(key: str) -> date | None:
    """Return the first day of the period that a key names."""
    year, _, rest = key.partition("-")
    month = {"": 1, "Q": 3, "H": 6}
    try:
        if rest[:1] in ("Q", "H"):
            return date(int(year), (int(rest[1:]) - 1) * month[rest[0]] + 1, 1)
        return date.fromisoformat({4: f"{key}-01-01", 7: f"{key}-01"}.get(len(key), key))
    except ValueError:
        return None
