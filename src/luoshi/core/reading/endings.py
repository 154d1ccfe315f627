"""Endings 责任落款: the bracket (市数据局牵头，各区配合；2026年6月底前完成) that says who and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.core.reading.deadlines import Deadline, typed, whole
from luoshi.core.reading.grammar.roles import LABELS, VERBS
from luoshi.core.reading.grammar.rule import Rule
from luoshi.core.reading.model import Span
from luoshi.core.reading.units import is_unit, split_units


def _named(rules: Sequence[Rule]) -> str:
    return "|".join(f"(?P<{rule.means}>{rule.pattern})" for rule in rules)


_ANY_LABEL = "|".join(rule.pattern for rule in LABELS)
_LABELLED = re.compile(rf"\s*(?:{_named(LABELS)})：")
_ACTING = re.compile(rf"(?P<units>.*?)(?:{_named(VERBS)})(?:工作)?")
_SEGMENT_END = re.compile(rf"[；，。]|\s+(?=(?:{_ANY_LABEL})：)")
_BRACKET = re.compile(r"（(?:[^（）]|（[^（）]{0,80}）){2,600}）")
_ASIDE = re.compile(r"以下|下同|不再列出|^\d+(?:\.\d+)?分$")
_INNER_ASIDE = re.compile(r"（[^（）]*(?:以下|下同|牵头)[^（）]*）")
_TOGETHER = re.compile(r"会同|(?<=.{2}[局委部办厅])商(?=[市县区省])")
_WORTH_READING = re.compile("牵头|负责|单位|部门|责任|落实|处室|主体|承办|主办|实施|前|完成")


@dataclass(slots=True)
class Ending:
    """One ending at plain ``span``: who leads, who else answers, who helps, by when."""

    span: Span
    leads: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    co: tuple[str, ...] = ()
    deadline: Deadline | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """Every responsible unit once, leads first."""
        return tuple(dict.fromkeys(self.leads + self.duty + self.co))


def in_brackets(plain: str, year: int | None) -> Iterator[Ending]:
    """Endings in brackets; a bracket that only looks like one is passed over."""
    for match in _BRACKET.finditer(plain):
        start, end = match.span()
        if not _WORTH_READING.search(plain, start, end) or _is_aside(plain, start, end):
            continue
        ending = parse(plain[start + 1 : end - 1], (start, end), year)
        if ending:
            yield ending


def _is_aside(plain: str, start: int, end: int) -> bool:
    """A bracket in mid-sentence explains a word; an ending closes a sentence or follows its full stop."""
    return plain[end : end + 1] in ("，", "、", "的", "“") and plain[start - 1] not in "。；"


def parse(inside: str, span: Span, year: int | None) -> Ending | None:
    """Read the words of an ending, without brackets; ``None`` when nobody is made responsible there."""
    ending = Ending(span)
    role, waiting = "", ""
    for segment in _segments(inside):
        labelled = _LABELLED.match(segment)
        if labelled:
            role, waiting = str(labelled.lastgroup), ""
            _add(ending, role, segment[labelled.end() :], year)
            continue
        deadline = whole(segment, year)
        acting = None if deadline else _ACTING.fullmatch(segment)
        if deadline:
            ending.deadline = ending.deadline or deadline
        elif acting:
            _add(ending, str(acting.lastgroup), waiting + acting["units"], year)
            role, waiting = "", ""
        elif role:
            _add(ending, role, segment, year)
        else:
            waiting += f"{segment}、"
    return ending if _makes_responsible(ending) else None


def _segments(inside: str) -> Iterator[str]:
    """The pieces between commas and before labels, without asides and line ends."""
    flat = _INNER_ASIDE.sub("", inside)
    if "\n" in flat:
        flat = re.sub(rf"\n\s*(?=(?:{_ANY_LABEL})：)", "；", flat).replace("\n", "")
    return (segment for segment in _SEGMENT_END.split(flat) if not _ASIDE.search(segment))


def _add(ending: Ending, role: str, text: str, year: int | None) -> None:
    if role == "time":
        ending.deadline = ending.deadline or (typed(text.strip(), year) if text.strip() else None)
        return
    acting = _ACTING.fullmatch(text) if role == "duty" else None
    if acting and acting.lastgroup == "lead":
        role, text = "lead", acting["units"]
    first, *others = _TOGETHER.split(text, maxsplit=1)
    if others and first.strip():
        role = "lead" if role == "duty" else role
    _assign(ending, role, split_units(first))
    _assign(ending, "co", split_units(others[0]) if others else ())


def _assign(ending: Ending, role: str, units: tuple[str, ...]) -> None:
    if role == "lead":
        ending.leads += units
    elif role == "duty":
        ending.duty += units
    elif role == "co":
        ending.co += units


def _makes_responsible(ending: Ending) -> bool:
    named = ending.leads + ending.duty
    if named:
        return any(is_unit(unit) for unit in named) and all(len(unit) <= 40 for unit in named)
    return bool(ending.deadline and ending.deadline.type == "before")
