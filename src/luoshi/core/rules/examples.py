"""The worked examples of a rule: read from its file, and worked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast, get_args

from luoshi.core.rules import mistakes
from luoshi.core.rules.docket import docket_of
from luoshi.core.rules.facts import FACTS, Value
from luoshi.core.rules.kinds import ORGANIZATION_KINDS
from luoshi.core.rules.obligation import Status
from luoshi.core.rules.owing import owed
from luoshi.core.rules.record import Almanac, Matter, Occurrence, People, Record, Subject
from luoshi.core.rules.rule import Case, Count, Deadline, Pack, Rule, Structure
from luoshi.core.rules.sections import Section
from luoshi.core.rules.structure import structure

KEYS = (
    "name", "kind", "facts", "established_on", "dissolved_on", "recorded_from", "today", "held", "matters", "hours",
    "expect",
)  # fmt: skip
NONE, SET_UP = "none", "set_up"
SAID = {True: "yes", False: "no", None: "unknown"}
ANSWERS = (*Status, NONE, *SAID.values())


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


def read_case(section: Section, binds: Collection[str]) -> Case:
    """Return the case that a table writes; whose kind is not said is of the first kind that the rule binds."""
    section.only(*KEYS)
    kind = section.among("kind", ORGANIZATION_KINDS, next(iter(binds), ORGANIZATION_KINDS[0]))
    subject = Subject(
        key="case",
        kind=kind,
        established_on=section.maybe_day("established_on"),
        dissolved_on=section.maybe_day("dissolved_on"),
        recorded_from=section.maybe_day("recorded_from") or date.min,
        facts=_facts(section.within("facts")),
    )
    record = Record(_held(section), tuple(_matters(section)), _hours(section.within("hours")))
    expect = section.within("expect")
    if not expect.said:
        section.wrong("expect", mistakes.MISSING_KEY)
    answers = {key: expect.among(key, ANSWERS) for key in expect.said}
    name, today = section.text("name"), section.day("today")
    return Case(name, subject, record, today, answers, section.source.where.line(section.path))


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


def _facts(section: Section) -> dict[str, Value]:
    for name in section.said:
        if name not in FACTS:
            section.wrong(name, mistakes.UNKNOWN_KEY, known="、".join(FACTS))
        elif not FACTS[name].admits(section.said[name]):
            section.wrong(name, mistakes.WRONG_FACT, fact=name)
    return dict(section.said)


def _held(section: Section) -> list[Occurrence]:
    days = section.said.get("held", [])
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        section.wrong("held", mistakes.DAYS)
        return []
    return [Occurrence("", day) for day in days]


def _matters(section: Section) -> Iterator[Matter]:
    for each in section.each("matters"):
        each.only("since", "done_on")
        yield Matter("", each.day("since"), each.maybe_day("done_on"))


def _hours(section: Section) -> dict[People, list[float | None]]:
    section.only(*get_args(People))
    found: dict[People, list[float | None]] = {}
    for of, said in section.said.items():
        listed: list[Any] = said if isinstance(said, list) else [said]
        if not all(type(each) in (int, float) or each == "unknown" for each in listed):
            section.wrong(of, mistakes.HOURS)
            continue
        found[cast(People, of)] = [None if each == "unknown" else each for each in listed]
    return found
