"""Second levels without a number: 要抓实党支部建设。 opening one part of a paragraph after another."""

import re
from collections.abc import Iterator

from luoshi.core.reading.model import Span

_OPENER = re.compile(
    r"(?:(?<=[。！？”])|^)\s*(要[^，；：。！？\n]{4,24})。(?=[^\n])|(?:(?<=\n)|(?<=[。： ]))--([^，；：。！？\n]{4,24})。(?=[^\n])"
)
_FEWEST = 2


def openers(plain: str, start: int, end: int) -> list[Span]:
    """Plain spans of the short sentences that open sub-parts of ``[start, end)``; none if there is only one."""
    found = [_inner(match) for match in _matches(plain, start, end)]
    return found if len(found) >= _FEWEST else []


def _matches(plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _OPENER.finditer(plain, start, end)


def _inner(match: re.Match[str]) -> Span:
    return match.span(1) if match[1] else match.span(2)
