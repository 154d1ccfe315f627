"""Endings 责任落款: the bracket (市数据局牵头，各区配合；2026年6月底前完成) that says who and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.core.reading.deadlines import Deadline, typed, whole
from luoshi.core.reading.grammar.roles import LABELS, VERBS
from luoshi.core.reading.grammar.rule import Rule
from luoshi.core.reading.model import Span
from luoshi.core.reading.units import split_units


def _named(rules: Sequence[Rule]) -> str:
    return "|".join(f"(?P<{rule.means}>{rule.pattern})" for rule in rules)


_LABEL = _named(LABELS)
_LABELLED = re.compile(rf"\s*(?:{_LABEL})：")
_ACTING = re.compile(rf"(?P<units>.*?)(?:{_named(VERBS)})(?:工作)?")
_SEGMENT_END = re.compile(rf"[；，。]|\s+(?=(?:{'|'.join(rule.pattern for rule in LABELS)})：)")
_BRACKET = re.compile(r"（(?:[^（）]|（[^（）]{0,80}）){2,600}）")
_LINE = re.compile(r"(?<=\n)[ \t]*(?:牵头|责任|主办|承办|落实|负责)(?:责任)?(?:单位|部门)：[^\n]{2,300}")
_ASIDE = re.compile(r"以下|下同|不再列出|^\d+(?:\.\d+)?分$")
_WORTH_READING = re.compile("牵头|负责|单位|部门|责任|落实|处室|主体|承办|主办|实施|前|完成")
_UNIT = re.compile(
    "(?:[部委局办厅署会院行社处室组队所站企科司库团公关心府门位区构织集校园所县市省方乡镇级体人记办长段科]"
    "|联|协|台|制|馆|场|道|党委|支行|银行|基金|公司|学|企业|政府)(?:（[^（）]*）)?$"
)


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


def endings(plain: str, year: int | None) -> list[Ending]:
    """Every ending of the folded text in order; brackets that only look like one are passed over."""
    found = [*_in_brackets(plain, year), *_on_lines(plain, year)]
    return sorted(found, key=lambda ending: ending.span)


def _in_brackets(plain: str, year: int | None) -> Iterator[Ending]:
    for match in _BRACKET.finditer(plain):
        start, end = match.span()
        if not _WORTH_READING.search(plain, start, end) or _is_aside(plain, start, end):
            continue
        ending = parse(plain[start + 1 : end - 1], (start, end), year)
        if ending:
            yield ending


def _on_lines(plain: str, year: int | None) -> Iterator[Ending]:
    for match in _LINE.finditer(plain):
        ending = parse(match[0].strip(), match.span(), year)
        if ending:
            yield ending


def _is_aside(plain: str, start: int, end: int) -> bool:
    """A bracket in mid-sentence explains a word; an ending closes a sentence or follows its full stop."""
    return plain[end : end + 1] in ("，", "、", "的", "“") and plain[start - 1] not in "。；"


def parse(inside: str, span: Span, year: int | None) -> Ending | None:
    """Read what stands between the brackets; ``None`` when nobody is made responsible there."""
    ending = Ending(span)
    role, waiting = "", ""
    for segment in _SEGMENT_END.split(inside.replace("\n", "")):
        if _ASIDE.search(segment):
            continue
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


def _add(ending: Ending, role: str, text: str, year: int | None) -> None:
    if role == "time":
        ending.deadline = ending.deadline or typed(text.strip(), year)
        return
    units = split_units(text)
    if role == "lead":
        ending.leads += units
    elif role == "duty":
        ending.duty += units
    elif role == "co":
        ending.co += units


def _makes_responsible(ending: Ending) -> bool:
    named = ending.leads + ending.duty
    if named:
        return any(_UNIT.search(unit) for unit in named) and all(len(unit) <= 40 for unit in named)
    return bool(ending.deadline and ending.deadline.type == "before")
