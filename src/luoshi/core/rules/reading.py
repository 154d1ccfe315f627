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
from luoshi.core.rules.tables import Table, opened

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
    rules = tuple(_rule(table, cited) for table in whole.each("rules"))
    # Rules are held against each other only once each of them is sound.
    whole.source.settle()
    pack = Pack(name, title, rules, scope)
    found = conflicts(rules)
    if found:
        raise Misread(found)
    return pack


def _rule(table: Table, cited: tuple[str, str, date]) -> Rule:
    table.only(*PLAIN, *(key for keys in MEASURES.values() for key in keys))
    binds = table.all_among("binds", ORGANIZATION_KINDS)
    rule = Rule(
        id=table.text("id"),
        title=table.text("title"),
        sentence=table.text("sentence"),
        citations=(_citation(table, cited), *(_also(each) for each in table.each("also"))),
        modality=Modality(table.among("modality", tuple(Modality)) or Modality.MUST),
        kinds=frozenset(binds),
        measure=_measure(table),
        valid_from=table.day("valid_from"),
        valid_until=table.maybe_day("valid_until"),
        when=_condition(table, "when") if "when" in table.said else None,
        by=table.among("by", PERFORMERS, "organization"),
        exemptions=tuple(_exemption(each) for each in table.each("exempt")),
        raises=table.text("raises", ""),
        cases=tuple(read_case(each, binds) for each in table.each("cases")),
        file=table.source.name,
        line=table.source.where.line(table.path),
    )
    if rule.valid_until is not None and rule.valid_until < rule.valid_from:
        table.wrong(
            "valid_until",
            mistakes.DATES_REVERSED,
            rule=rule.id,
            since=rule.valid_from.isoformat(),
            until=rule.valid_until.isoformat(),
        )
    if len(rule.cases) < FEWEST_CASES:
        table.wrong("cases", mistakes.FEW_CASES, rule=rule.id, count=str(len(rule.cases)))
    return rule


def _citation(table: Table, cited: tuple[str, str, date]) -> Citation:
    """A rule is of the file's document unless it names its own."""
    document, version, verified_on = cited
    own = table.maybe_day("verified_on") or verified_on
    return _said(table, table.text("document", document), table.text("text_version", version), own)


def _also(table: Table) -> Citation:
    table.only(*CITED)
    return _said(table, table.text("document"), table.text("text_version"), table.day("verified_on"))


def _said(table: Table, document: str, version: str, verified_on: date) -> Citation:
    checked = table.among("status", STATUSES) == "ok"
    if not checked and not table.said.get("note"):
        table.wrong("note", mistakes.NOTE_WANTED)
    return Citation(document, table.text("article"), version, verified_on, checked, table.text("note", ""))


def _exemption(table: Table) -> Exemption:
    table.only("when", "reason")
    return Exemption(_condition(table, "when"), table.text("reason"))


def _condition(table: Table, key: str) -> Predicate:
    written = table.text(key)
    try:
        return parse(written) if written else NEVER
    except Refusal as refusal:
        table.refused(key, refusal)
        return NEVER


NEVER = Predicate("", frozenset(), lambda _facts: False)


def _measure(table: Table) -> Measure:
    told = [key for key in MEASURES if key in table.said]
    rule, known = str(table.said.get("id", "")), "、".join(MEASURES)
    if len(told) != 1:
        sentence = mistakes.TWO_MEASURES if told else mistakes.NO_MEASURE
        table.wrong(told[-1] if told else "", sentence, rule=rule, known=known)
        return Structure(NEVER)
    strange = [
        key
        for keys in MEASURES.values()
        for key in keys
        if key in table.said and key not in MEASURES[told[0]]
    ]
    for key in strange:
        table.wrong(key, mistakes.UNKNOWN_KEY, known="、".join(MEASURES[told[0]]))
    return MADE[told[0]](table)


def _count(table: Table) -> Measure:
    per = cast(Per, table.among("per", get_args(Per)))
    return Count(table.among("what", KIND_LABELS), per, table.number("at_least", 1, 366))


def _hours(table: Table) -> Measure:
    return Hours(table.number("hours", 1, 1000), cast(People, table.among("of", get_args(People))))


def _term(table: Table) -> Measure:
    return Term(table.number("term_years", 1, 10))


def _deadline(table: Table) -> Measure:
    unit = cast(Unit, table.among("unit", get_args(Unit)))
    within = table.number("within", 1, 1000)
    return Deadline(table.among("after", MATTER_LABELS), within, unit, table.yes("earliest"))


def _structure(table: Table) -> Measure:
    return Structure(_condition(table, "has"))


MADE = {"what": _count, "hours": _hours, "term_years": _term, "after": _deadline, "has": _structure}
