"""Finds where numbering markers stand, before anyone asks what they number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.core.reading.grammar.markers import BEGINS, MARKERS
from luoshi.core.reading.numerals import value_of
from luoshi.core.reading.paper import Paper

_MARKER = re.compile("|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in MARKERS))
# Possessive and only from the begin of a run of stops: a run is looked at once, however long it is.
_SITE = re.compile(rf"(?:^|(?<![。；：！？，）”\n ])[。；：！？，）”\n ]++|.(?=（))(?={BEGINS})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker in plain text at ``[start, end)``.

    ``number`` is the numeral with its words (第一, 二是), ``before`` the character in front;
    ``head`` says that a paragraph begins with it.
    """

    start: int
    end: int
    style: str
    number: str
    value: int
    head: bool
    before: str


def marks(paper: Paper) -> Iterator[Mark]:
    """Every plausible marker of the paper in order of appearance; rows of a table have none."""
    plain = paper.plain
    heads = {start for start, _ in paper.paragraphs}
    for site in _SITE.finditer(plain):
        match = _MARKER.match(plain, site.end())
        if match and not paper.in_row(match.start()):
            yield _mark(match, site[0].rstrip()[-1:] or " ", head=match.start() in heads)


def _mark(match: re.Match[str], before: str, *, head: bool) -> Mark:
    style, numeral = str(match.lastgroup), match[match.lastindex + 1] if match.lastindex else ""
    return Mark(match.start(), match.end(), style, _written(style, match), _value(numeral), head, before)


def _written(style: str, match: re.Match[str]) -> str:
    numeral = match[match.lastindex + 1] if match.lastindex else ""
    if style == "dash":
        return ""
    return f"（{numeral}）" if style.endswith("bracketed") else numeral


def _value(numeral: str) -> int:
    """The place in the row; a dash has none and always begins anew."""
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    digits = re.sub(r"[^\d一二三四五六七八九十百]", "", numeral)
    return value_of(digits) if digits else 1
