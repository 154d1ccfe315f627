"""Second levels without a number: 要抓实党支部建设。 opening one part of a paragraph after another."""

import re

from luoshi.core.reading.model import Span

_OPENER = re.compile(r"(?:(?<=[。！？”])|^)\s*(要[^，；：。！？\n]{3,24})。(?=[^\n])")
_FEWEST = 2


def openers(plain: str, start: int, end: int) -> list[Span]:
    """Plain spans of the short sentences that open sub-parts of ``[start, end)``; none if there is only one."""
    found = [match.span(1) for match in _OPENER.finditer(plain, start, end)]
    return found if len(found) >= _FEWEST else []
