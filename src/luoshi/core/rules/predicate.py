"""Conditions over the facts of an organization, in a language as small as their use.

``full_members >= 7 and not temporary``: names of facts, whole numbers, days (``2026-01-01``), ``< <= == != >= >``,
``*`` on counts, ``and``, ``or``, ``not``, parentheses. A fact that nobody has told makes an answer unknown
(None) unless the rest decides it: unknown is never taken for 0 or for no.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from luoshi.core.refusals import Refusal
from luoshi.core.rules import mistakes
from luoshi.core.rules.facts import FACTS, FactType, Value

Facts = Mapping[str, Value]
Test = Callable[[Facts], Any]
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lt, "<=": le, "==": eq, "!=": ne, ">=": ge, ">": gt,
}  # fmt: skip
TOKEN = re.compile(r"\s*(?:(\d{4}-\d{2}-\d{2})|(\d+)|([A-Za-z_]\w*)|(<=|>=|==|!=|[<>()*])|(\S))", re.ASCII)

# What nests deeper than this nobody reads; it also keeps the descent within the stack.
MOST_SIGNS, MOST_TOKENS = 1000, 100


@dataclass(frozen=True, slots=True)
class Predicate:
    """A condition 适用条件: as written, which facts it asks, and its test; equal where it is written equally."""

    text: str
    asks: frozenset[str] = field(compare=False)
    test: Test = field(compare=False, repr=False)

    def holds(self, facts: Facts) -> bool | None:
        """Tell whether it holds; None where a fact that decides is not known."""
        answer: bool | None = self.test(facts)
        return answer

    def unknown(self, facts: Facts) -> tuple[str, ...]:
        """Return the names of the asked facts that are not known, in alphabetical order."""
        return tuple(sorted(name for name in self.asks if name not in facts and FACTS[name].default is None))


def parse(text: str) -> Predicate:
    """Return the condition that the text writes.

    Raises ``Refusal`` for an unknown fact, a fact of another type than asked, and what is no condition or too
    long for one; its sentence still wants ``file`` and ``line``.
    """
    if len(text) > MOST_SIGNS:
        raise Refusal(mistakes.LONG_CONDITION)
    parser = _Parser(text)
    if len(parser.tokens) > MOST_TOKENS:
        raise Refusal(mistakes.LONG_CONDITION)
    test = parser.whole()
    return Predicate(text, frozenset(parser.asked), test)


@dataclass(frozen=True, slots=True)
class _Term:
    """One operand: its type and how to get it."""

    type: FactType
    get: Test
    text: str


class _Parser:
    """Descends from ``or`` over ``and`` and ``not`` to comparisons; asks of every operand its type."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self.at = 0
        self.asked: set[str] = set()

    def whole(self) -> Test:
        """Return the test of all tokens."""
        test = self._either()
        if self._next():
            raise self._unclear()
        return test

    def _either(self) -> Test:
        tests = [self._both()]
        while self._took("or"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda facts: _any(test(facts) for test in tests)

    def _both(self) -> Test:
        tests = [self._not()]
        while self._took("and"):
            tests.append(self._not())
        return tests[0] if len(tests) == 1 else lambda facts: _all(test(facts) for test in tests)

    def _not(self) -> Test:
        if self._took("not"):
            test = self._not()
            return lambda facts: None if (held := test(facts)) is None else not held
        if self._took("("):
            test = self._either()
            if not self._took(")"):
                raise self._unclear()
            return test
        return self._comparison()

    def _comparison(self) -> Test:
        left = self._product()
        if self._next() not in COMPARISONS:
            if left.type != "yes_or_no":
                raise Refusal(mistakes.NOT_A_QUESTION, what=left.text)
            return left.get
        compare = COMPARISONS[self._take()]
        right = self._product()
        if left.type != right.type or (left.type == "yes_or_no"):
            raise Refusal(mistakes.NOT_COMPARABLE, left=left.text, right=right.text)
        one, other = left.get, right.get
        return lambda facts: (
            None if (a := one(facts)) is None or (b := other(facts)) is None else compare(a, b)
        )

    def _product(self) -> _Term:
        term = self._operand()
        while self._took("*"):
            other = self._operand()
            if {term.type, other.type} != {"count"}:
                raise Refusal(mistakes.NOT_COMPARABLE, left=term.text, right=other.text)
            term = _Term("count", _times(term.get, other.get), f"{term.text} * {other.text}")
        return term

    def _operand(self) -> _Term:
        token = self._take()
        if token.isdigit():
            number = int(token)
            return _Term("count", lambda _facts: number, token)
        if token[:1].isdigit():
            day = _day(token, self.text)
            return _Term("date", lambda _facts: day, token)
        if not token.isidentifier() or token in ("and", "or", "not"):
            raise self._unclear()
        if token not in FACTS:
            likely = mistakes.nearest(token, FACTS)
            sentence = mistakes.LIKELY_FACT if likely else mistakes.UNKNOWN_FACT
            raise Refusal(sentence, fact=token, known="、".join(FACTS), likely=likely)
        self.asked.add(token)
        default = FACTS[token].default
        return _Term(FACTS[token].type, lambda facts: facts.get(token, default), token)

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.at += 1
        return token

    def _took(self, token: str) -> bool:
        if self._next() != token:
            return False
        self.at += 1
        return True

    def _unclear(self) -> Refusal:
        return Refusal(mistakes.UNCLEAR, condition=self.text, word=self._next() or "…")


def _tokens(text: str) -> Iterator[str]:
    for found in TOKEN.finditer(text.rstrip()):
        if found[5]:
            raise Refusal(mistakes.UNCLEAR, condition=text, word=found[5])
        yield found[0].strip()


def _day(token: str, text: str) -> date:
    try:
        return date.fromisoformat(token)
    except ValueError as mistake:
        raise Refusal(mistakes.UNCLEAR, condition=text, word=token) from mistake


def _times(one: Test, other: Test) -> Test:
    return lambda facts: None if (a := one(facts)) is None or (b := other(facts)) is None else a * b


def _all(answers: Iterator[bool | None]) -> bool | None:
    """Three-valued and: one no decides, otherwise one unknown leaves it unknown."""
    told: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        told = None if answer is None else told
    return told


def _any(answers: Iterator[bool | None]) -> bool | None:
    told: bool | None = False
    for answer in answers:
        if answer:
            return True
        told = None if answer is None else told
    return told
