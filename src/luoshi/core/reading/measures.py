"""How often and how much a task asks for."""

import re
from dataclasses import dataclass

from luoshi.core.reading.grammar.measures import FREQUENCIES, QUANTITIES
from luoshi.core.reading.grammar.rule import any_of

_QUANTITY = any_of(QUANTITIES)
_EVERY = re.compile(r"每|按[年季月周日]|经常|定期|常态化|重要时间节点|及时")
_DIGIT = re.compile(r"\d")
_BY = {"年": "year", "季": "quarter", "月": "month", "周": "week", "日": "day"}
_MOST = 12


@dataclass(frozen=True, slots=True)
class Frequency:
    """``text`` as written; ``per`` the period it counts by (month, quarter, half_year …) or ``None``."""

    text: str
    per: str | None


def frequency(text: str) -> Frequency | None:
    """The most definite frequency in folded ``text``: one that names a period before one that does not."""
    if not _EVERY.search(text):
        return None
    for rule in FREQUENCIES:
        match = rule.regex.search(text)
        if match:
            return Frequency(match[0], rule.means or _BY.get(match[0][1:2]))
    return None


def quantities(text: str) -> tuple[str, ...]:
    """The figures in folded ``text`` with their units, in order, each once, at most a dozen."""
    if not _DIGIT.search(text):
        return ()
    return tuple(dict.fromkeys(match[0] for match in _QUANTITY.finditer(text)))[:_MOST]
