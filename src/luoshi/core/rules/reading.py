"""TOML → a pack of rules, or every mistake at its line."""

from datetime import date
from typing import cast, get_args

from luoshi.core.refusals import Refusal
from luoshi.core.rules import mistakes
from luoshi.core.rules.conflicts import conflicts
from luoshi.core.rules.examples import read_case
from luoshi.core.rules.kinds import KIND_LABELS, MATTER_LABELS, ORGANIZATION_KINDS, PERFORMERS
from luoshi.core.rules.mistakes import Misread
from luoshi.core.rules.predicate import Predicate, parse
from luoshi.core.rules.record import People, Per
from luoshi.core.rules.rule import (
    Citation,
    Count,
    Deadline,
    Exemption,
    Hours,
    Measure,
    Modality,
    Pack,
    Rule,
    Structure,
    Term,
    Unit,
)
from luoshi.core.rules.sections import Section, opened

SCOPES = ("national", "local", "example")
STATUSES = ("ok", "check")
CITED = ("document", "article", "text_version", "verified_on", "status", "note")
# Each measure by the key that tells it, with the keys that belong to it.
MEASURES = {
    "what": ("what", "per", "at_least"),
    "hours": ("hours", "of"),
    "term_years": ("term_years",),
    "after": ("after", "within", "unit", "earliest"),
    "has": ("has",),
}
PLAIN = (
    "id", "title", "sentence", "document", "text_version", "verified_on", "article", "status",
    "note", "also", "modality", "binds", "when", "by", "exempt",
    "valid_from", "valid_until", "raises", "cases",
)  # fmt: skip
FEWEST_CASES = 2


def read(text: str, name: str) -> Pack:
    """Return the pack that a file writes; ``name`` is what mistakes call the file.

    Raises ``Misread`` with every mistake, each at its line.
    """
    whole = opened(text, name)
    whole.only("title", "scope", "document", "rules")
    title = whole.text("title")
    scope = whole.among("scope", SCOPES)
    document = whole.within("document")
    document.only("name", "text_version", "verified_on")
    cited = (document.text("name"), document.text("text_version"), document.day("verified_on"))
    if not whole.said.get("rules"):
        whole.wrong("rules", mistakes.MISSING_KEY)
    rules = tuple(_rule(section, cited) for section in whole.each("rules"))
    # Rules are held against each other only once each of them is sound.
    whole.source.settle()
    pack = Pack(name, title, rules, scope)
    found = conflicts(rules)
    if found:
        raise Misread(found)
    return pack


def _rule(section: Section, cited: tuple[str, str, date]) -> Rule:
    section.only(*PLAIN, *(key for keys in MEASURES.values() for key in keys))
    binds = section.all_among("binds", ORGANIZATION_KINDS)
    rule = Rule(
        id=section.text("id"),
        title=section.text("title"),
        sentence=section.text("sentence"),
        citations=(_citation(section, cited), *(_also(each) for each in section.each("also"))),
        modality=Modality(section.among("modality", tuple(Modality)) or Modality.MUST),
        kinds=frozenset(binds),
        measure=_measure(section),
        valid_from=section.day("valid_from"),
        valid_until=section.maybe_day("valid_until"),
        when=_condition(section, "when") if "when" in section.said else None,
        by=section.among("by", PERFORMERS, "organization"),
        exemptions=tuple(_exemption(each) for each in section.each("exempt")),
        raises=section.text("raises", ""),
        cases=tuple(read_case(each, binds) for each in section.each("cases")),
        file=section.source.name,
        line=section.source.where.line(section.path),
    )
    if rule.valid_until is not None and rule.valid_until < rule.valid_from:
        section.wrong(
            "valid_until",
            mistakes.DATES_REVERSED,
            rule=rule.id,
            since=rule.valid_from.isoformat(),
            until=rule.valid_until.isoformat(),
        )
    if len(rule.cases) < FEWEST_CASES:
        section.wrong("cases", mistakes.FEW_CASES, rule=rule.id, count=str(len(rule.cases)))
    return rule


def _citation(section: Section, cited: tuple[str, str, date]) -> Citation:
    """A rule is of the file's document unless it names its own."""
    document, version, verified_on = cited
    own = section.maybe_day("verified_on") or verified_on
    return _said(section, section.text("document", document), section.text("text_version", version), own)


def _also(section: Section) -> Citation:
    section.only(*CITED)
    return _said(section, section.text("document"), section.text("text_version"), section.day("verified_on"))


def _said(section: Section, document: str, version: str, verified_on: date) -> Citation:
    status = section.among("status", STATUSES)
    checked = status == "ok"
    if status == "check" and not section.said.get("note"):
        section.wrong("note", mistakes.NOTE_WANTED)
    return Citation(
        document, section.text("article"), version, verified_on, checked, section.text("note", "")
    )


def _exemption(section: Section) -> Exemption:
    section.only("when", "reason")
    return Exemption(_condition(section, "when"), section.text("reason"))


def _condition(section: Section, key: str) -> Predicate:
    written = section.text(key)
    try:
        return parse(written) if written else NEVER
    except Refusal as refusal:
        section.refused(key, refusal)
        return NEVER


NEVER = Predicate("", frozenset(), lambda _facts: False)


def _measure(section: Section) -> Measure:
    told = [key for key in MEASURES if key in section.said]
    rule, known = str(section.said.get("id", "")), "、".join(MEASURES)
    if len(told) != 1:
        sentence = mistakes.TWO_MEASURES if told else mistakes.NO_MEASURE
        section.wrong(max(told, key=section.line, default=""), sentence, rule=rule, known=known)
        return Structure(NEVER)
    strange = [
        key
        for keys in MEASURES.values()
        for key in keys
        if key in section.said and key not in MEASURES[told[0]]
    ]
    for key in strange:
        section.wrong(key, mistakes.UNKNOWN_KEY, known="、".join(MEASURES[told[0]]))
    return MADE[told[0]](section)


def _count(section: Section) -> Measure:
    per = cast(Per, section.among("per", get_args(Per)))
    return Count(section.among("what", KIND_LABELS), per, section.number("at_least", 1, 366))


def _hours(section: Section) -> Measure:
    return Hours(section.number("hours", 1, 1000), cast(People, section.among("of", get_args(People))))


def _term(section: Section) -> Measure:
    return Term(section.number("term_years", 1, 10))


def _deadline(section: Section) -> Measure:
    unit = cast(Unit, section.among("unit", get_args(Unit)))
    within = section.number("within", 1, 1000)
    return Deadline(section.among("after", MATTER_LABELS), within, unit, section.yes("earliest"))


def _structure(section: Section) -> Measure:
    return Structure(_condition(section, "has"))


MADE = {"what": _count, "hours": _hours, "term_years": _term, "after": _deadline, "has": _structure}
