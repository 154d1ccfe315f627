"""The shipped rules as a page of Markdown, for docs/reference; a test compares the two."""

from collections.abc import Iterator

from luoshi.core.rules import (
    FACTS,
    KIND_LABELS,
    MATTER_LABELS,
    MODALITY_LABELS,
    Citation,
    Count,
    Deadline,
    Hours,
    Pack,
    Rule,
    Term,
)
from luoshi.edge.exchange.regulations import packs

HEAD = """# Rules

Generated from `src/luoshi/content/regulations` by `make reference`; a test compares them. The sentences are our own
paraphrase; the cited text decides. `check` means that somebody must still hold the rule against the text: it is judged
all the same, and shown with that mark. A local file may add rules or replace a file by its name:
[how to write a rule](../how-to/write-a-rule.md).
"""
COLUMNS = (
    "| Rule | 规定 | Modality | Asks | Binds | Since | Cited | Status |\n|---|---|---|---|---|---|---|---|\n"
)


def page() -> str:
    """Return the whole page."""
    parts = [HEAD]
    for pack in packs():
        rows = "\n".join(_row(rule) for rule in pack.rules)
        parts.append(f"\n## {pack.title}\n\n`{pack.name}` · {pack.scope}\n\n{COLUMNS}{rows}\n")
    return "".join([*parts, *_codes(packs())])


def _row(rule: Rule) -> str:
    since = rule.valid_from.isoformat() + (f" – {rule.valid_until}" if rule.valid_until else "")
    binds = ", ".join(sorted(rule.kinds)) + (f" if `{rule.when.text}`" if rule.when else "")
    cited = "<br>".join(_cited(each) for each in rule.citations)
    status = "ok" if rule.checked else "check"
    cells = (rule.id, rule.sentence, rule.modality.value, _asks(rule), binds, since, cited, status)
    return f"| {' | '.join(cells)} |"


def _cited(citation: Citation) -> str:
    note = f"（{citation.note}）" if citation.note else ""
    return f"{citation.place}，{citation.text_version} 文本，{citation.verified_on} 核对{note}"


def _asks(rule: Rule) -> str:
    measure = rule.measure
    if isinstance(measure, Count):
        return f"`{measure.what}` ≥ {measure.at_least} per {measure.per}"
    if isinstance(measure, Hours):
        return f"≥ {measure.floor} hours a year, {measure.of}"
    if isinstance(measure, Term):
        return f"election every {measure.years} years"
    if isinstance(measure, Deadline):
        bound = "no earlier than" if measure.earliest else "within"
        return f"{bound} {measure.within} {measure.unit}(s) after `{measure.after}`"
    return f"has `{measure.has.text}`"


def _codes(found: list[Pack]) -> Iterator[str]:
    """Give what a rule may write: kinds, matters, facts."""
    asked = {
        measure.what for pack in found for rule in pack.rules if isinstance(measure := rule.measure, Count)
    }
    yield "\n## What a rule may ask\n\n| Code | 事项 | Asked by a shipped rule |\n|---|---|---|\n"
    for code, label in KIND_LABELS.items():
        yield f"| `{code}` | {label} | {'yes' if code in asked else 'no'} |\n"
    yield "\n| Matter | 起算事项 |\n|---|---|\n"
    yield from (f"| `{code}` | {label} |\n" for code, label in MATTER_LABELS.items())
    yield "\n| Fact | 组织事实 | Type | Where nobody tells |\n|---|---|---|---|\n"
    for fact in FACTS.values():
        unknown = "unknown" if fact.default is None else "no"
        yield f"| `{fact.name}` | {fact.label} | {fact.type.replace('_', ' ')} | {unknown} |\n"
    yield "\n| Modality | 约束程度 |\n|---|---|\n"
    yield from (f"| `{each.value}` | {label} |\n" for each, label in MODALITY_LABELS.items())
