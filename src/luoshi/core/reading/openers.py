"""Second levels without a number: 要抓实党支部建设。 opening one part of a paragraph after another, or 强化督查。 one paragraph after another."""

import re
from bisect import bisect_left

from luoshi.core.reading.grammar.acts import BARE
from luoshi.core.reading.model import Span
from luoshi.core.reading.paper import Paper

_OPENER = re.compile(r"(?:(?<=[。！？”])|^)\s*(要[^，；：。！？\n]{3,24})。(?=[^\n])")
_RUN_IN = re.compile(r"([^，；：。！？“\n\t]{4,20})。(?=[^\n]{24})")
_FEWEST = 2


def openers(paper: Paper, start: int, end: int) -> list[Span]:
    """Plain spans of the short sentences that open sub-parts of ``[start, end)``; none if there is only one."""
    found = [match.span(1) for match in _OPENER.finditer(paper.plain, start, end)]
    found = found if len(found) >= _FEWEST else _run_in(paper, start, end)
    return found if len(found) >= _FEWEST else []


def _run_in(paper: Paper, start: int, end: int) -> list[Span]:
    """Imperatives that open a paragraph each, where at least half of the paragraphs do."""
    first = bisect_left(paper.paragraphs, (start, start))
    last = bisect_left(paper.paragraphs, (end, end))
    inside = paper.paragraphs[first:last]
    if len(inside) < _FEWEST:
        return []
    heads = [_RUN_IN.match(paper.plain, *span) for span in inside]
    found = [head.span(1) for head in heads if head and BARE.regex.match(head[1])]
    return found if len(found) * 2 >= len(inside) else []
