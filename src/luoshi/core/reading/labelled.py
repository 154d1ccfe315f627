"""Endings without brackets: 责任单位：… on a line of its own, or after the last sentence of a paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from luoshi.core.reading.endings import Ending, parse
from luoshi.core.reading.grammar.roles import LABELS
from luoshi.core.reading.model import Span

_LABEL = re.compile(
    rf"(?:^|[\n。；，！？）\s])\s*(?P<label>(?:{'|'.join(rule.pattern for rule in LABELS)}))：$"
)
_LONGEST_LABEL = 24
_LONGEST_VALUE = 400
_VALUE_END = re.compile(r"[。\n]")
_BETWEEN = re.compile(r"[。；，\s]*")
_NAMES_UNITS = re.compile("单位|部门|处室|科室|机构|主体|组织|地区")


def labelled(plain: str, year: int | None, taken: Sequence[Span]) -> Iterator[Ending]:
    """Runs of labels with their values, outside the sorted spans of ``taken`` brackets; one run is one ending."""
    sites = [site for site in _sites(plain) if not _within(taken, site[0])]
    for start, end in _runs(plain, sites):
        words = plain[start:end]
        if _NAMES_UNITS.search(words):
            ending = parse(words, (start, end), year)
            if ending:
                yield ending


def _sites(plain: str) -> Iterator[Span]:
    """Where each label begins, and where its value ends at the latest."""
    colon = plain.find("：")
    while colon >= 0:
        found = _LABEL.search(plain, max(0, colon - _LONGEST_LABEL), colon + 1)
        if found:
            limit = min(len(plain), colon + _LONGEST_VALUE)
            stop = _VALUE_END.search(plain, colon + 1, limit)
            yield found.start("label"), stop.start() if stop else limit
        colon = plain.find("：", colon + 1)


def _runs(plain: str, sites: Sequence[Span]) -> Iterator[Span]:
    """Labels that follow each other with nothing but their values in between."""
    start = end = -1
    for label, value_end in sites:
        if start >= 0 and (label <= end or _BETWEEN.fullmatch(plain, end, label)):
            end = max(end, value_end)
            continue
        if start >= 0:
            yield start, _trimmed(plain, start, end)
        start, end = label, value_end
    if start >= 0:
        yield start, _trimmed(plain, start, end)


def _trimmed(plain: str, start: int, end: int) -> int:
    return start + len(plain[start:end].rstrip(" \t；，"))


def _within(taken: Sequence[Span], offset: int) -> bool:
    index = bisect_right(taken, offset, key=lambda span: span[0]) - 1
    return index >= 0 and offset < taken[index][1]
