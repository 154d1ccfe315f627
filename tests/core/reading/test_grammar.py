"""Every rule of the grammar keeps its word: found in its examples, not found in its look-alikes."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from luoshi.core.reading import grammar
from luoshi.core.reading.grammar.markers import BEGINS, MARKERS
from luoshi.core.reading.grammar.rule import Rule
from luoshi.core.reading.paper import lay_out


def _rules() -> Iterator[tuple[str, Rule]]:
    for module in pkgutil.iter_modules(grammar.__path__):
        for name, value in vars(importlib.import_module(f"{grammar.__name__}.{module.name}")).items():
            found = (value,) if isinstance(value, Rule) else value if isinstance(value, tuple) else ()
            for rule in found:
                if isinstance(rule, Rule):
                    yield f"{module.name}.{name}: {rule.name}", rule


RULES = dict(_rules())


def test_the_grammar_is_found() -> None:
    assert len(RULES) > 60


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_rule_holds_in_its_examples(rule: Rule) -> None:
    for example in rule.holds:
        assert rule.regex.search(lay_out(example).plain), f"{rule.name} must be found in {example}"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_rule_fails_in_its_look_alikes(rule: Rule) -> None:
    for example in rule.fails:
        assert not rule.regex.search(lay_out(example).plain), f"{rule.name} must not be found in {example}"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_rule_says_why(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    assert rule.holds
    assert not re.search(r"\(\?P<\w+>", rule.pattern) or "when" in rule.pattern


@pytest.mark.parametrize("rule", MARKERS, ids=lambda rule: str(rule.name))
def test_every_marker_begins_with_what_the_quick_look_knows(rule: Rule) -> None:
    for example in rule.holds:
        plain = lay_out(example).plain
        match = rule.regex.search(plain)
        assert match
        assert re.match(BEGINS, plain[match.start() :])
