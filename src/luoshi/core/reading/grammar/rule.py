"""A rule of the reading grammar: one pattern, why it is there, and sentences that hold it to its word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of the grammar, over folded text (see :mod:`luoshi.core.reading.paper`).

    ``holds`` are invented examples in which the pattern is found, ``fails`` look-alikes in
    which it is not; ``tests/core/reading/test_grammar.py`` checks every one of them. ``means``
    is what a match stands for (a role, a type, a period), where the rule's family needs one.
    """

    name: str
    pattern: str
    reason: str
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
    means: str = ""
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(self.pattern))


def any_of(rules: Iterable[Rule], begins: str = "") -> re.Pattern[str]:
    """One pattern that finds whatever any of the rules finds, earlier rules first.

    ``begins`` is a character class that every match begins with: looking at one character before
    trying every rule makes a search through long text several times faster.
    """
    either = "|".join(f"(?:{rule.pattern})" for rule in rules)
    return re.compile(f"(?={begins})(?:{either})" if begins else either)


def words(text: str) -> str:
    """An alternation of the words in ``text``, longest first so that none hides a longer one."""
    return "|".join(sorted(map(re.escape, text.split()), key=len, reverse=True))
