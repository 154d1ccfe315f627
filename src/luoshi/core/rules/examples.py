"""The worked examples of a rule, as its file writes them."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, cast, get_args

from luoshi.core.rules import mistakes
from luoshi.core.rules.facts import FACTS, Value
from luoshi.core.rules.kinds import ORGANIZATION_KINDS
from luoshi.core.rules.obligation import Status
from luoshi.core.rules.record import Matter, Occurrence, People, Record, Study, Subject
from luoshi.core.rules.rule import Case
from luoshi.core.rules.sections import Section

KEYS = (
    "name", "kind", "facts", "established_on", "dissolved_on", "recorded_from", "today", "held", "matters", "hours",
    "expect",
)  # fmt: skip
NONE, SET_UP = "none", "set_up"
SAID = {True: "yes", False: "no", None: "unknown"}
ANSWERS = (*Status, NONE, *SAID.values())


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


def _hours(section: Section) -> dict[People, Counter[Study]]:
    section.only(*get_args(People))
    found: dict[People, Counter[Study]] = {}
    for of, said in section.said.items():
        listed: list[Any] = said if isinstance(said, list) else [said]
        if not all(type(each) in (int, float) or each == "unknown" for each in listed):
            section.wrong(of, mistakes.HOURS)
            continue
        found[cast(People, of)] = Counter(
            Study(0, unsure=True) if each == "unknown" else Study(each) for each in listed
        )
    return found
