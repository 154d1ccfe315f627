"""Endings that say neither 牵头单位 nor 负责: （市数据局、各区政府）, or a closing sentence 市数据局牵头，各区配合。"""

import re
from collections.abc import Iterator

from luoshi.core.reading.deadlines import whole
from luoshi.core.reading.endings import Ending, parse
from luoshi.core.reading.units import split_units

_BRACKET = re.compile(r"（((?:[^（）：。《》“”\n]|（[^（）\n]{1,12}）){2,200})）(?=[。；]? *(?:\n|$))")
_OFFICE = re.compile(
    r"(?!含|不|如|即|包括|指|原|详见|主任|同志)[\u4e00-\u9fff“”（）]{1,24}"
    r"(?:[部委局办厅署处室科院会队馆]|政府|中心|公司|学校|大学|支部|部门|单位|地区|街道|乡镇|各区|各县|各市)(?:（[^（）]*）)?"
)
_COMMA = re.compile("[，；]")
_FEWEST = 2
_LONGEST = 200
_SENTENCE_BEGIN = re.compile(r"[。；！？\n\-]")
_SENTENCE_END = re.compile(r"[。；\n]")


def bare_brackets(plain: str, year: int | None) -> Iterator[Ending]:
    """Brackets that close a paragraph and hold units only; one unit alone proves no habit and is left."""
    found = [ending for match in _BRACKET.finditer(plain) if (ending := _of_units(match, year))]
    yield from found if sum(len(ending.duty) for ending in found) >= _FEWEST else ()


def _of_units(match: re.Match[str], year: int | None) -> Ending | None:
    ending = Ending(match.span())
    for segment in _COMMA.split(match[1]):
        deadline = whole(segment, year)
        units = () if deadline else split_units(segment)
        if not deadline and not (units and all(map(_OFFICE.fullmatch, units))):
            return None
        ending.deadline = ending.deadline or deadline
        ending.duty += units
    return ending if ending.duty else None


def bare_sentences(plain: str, year: int | None) -> Iterator[Ending]:
    """Whole sentences like 市数据局牵头，各区政府配合。 after the text that they close."""
    at = plain.find("牵头，")
    while at >= 0:
        low, high = max(0, at - _LONGEST), min(len(plain), at + _LONGEST)
        begins = [match.end() for match in _SENTENCE_BEGIN.finditer(plain, low, at)]
        stop = _SENTENCE_END.search(plain, at, high)
        if begins and stop and plain[begins[-1] - 1] != "\n":
            ending = _sentence(plain, begins[-1], stop.start(), year)
            if ending:
                yield ending
        at = plain.find("牵头，", stop.end() if stop else high)


def _sentence(plain: str, start: int, end: int, year: int | None) -> Ending | None:
    """The sentence as an ending, if every name in it is an office and somebody stands beside the lead."""
    ending = parse(plain[start:end], (start, end), year)
    if ending and ending.leads and len(ending.units) > len(ending.leads):
        return ending if all(map(_OFFICE.fullmatch, ending.units)) else None
    return None
