"""Where a document comes from: title, kind, issuer, document number 发文字号, date (GB/T 9704-2012 §7.2-7.3)."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise
from typing import cast

from luoshi.core.reading.grammar.titles import KINDS
from luoshi.core.reading.model import Kind, Span
from luoshi.core.reading.numerals import value_of
from luoshi.core.reading.paper import Paper

_NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z×]{1,12}（20\d\d）\s?第?\d{1,4}号")
_ARABIC_DATE = re.compile(r"(20\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_CHINESE_DATE = re.compile(
    r"([二〇零○OＯ][〇零○一二三四五六七八九OＯ]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_TITLE_WORD = re.compile("|".join(rule.pattern for rule in KINDS) + "|报告|提要|纪要|议程|总结|汇报|表$|书$")
_NOT_TITLE = re.compile(
    r"[。；！]|^[（(]?[一二三四五六七八九十\d]+[）)、.]|^为|：$|^各|(?:时间|来源|浏览|发布|作者|字体|索引号|编辑)[^，。]{0,4}："
)
_ISSUER_IN_TITLE = re.compile(
    r"^([\u4e00-\u9fff“”× ]{2,60}?(?:政府|办公厅|办公室|委员会|委|局|厅|部|院|党组|工委|领导小组|小组办公室))关于"
)
_ISSUER_LINE = re.compile(
    r"(?:中共)?[\u4e00-\u9fff“”]{2,40}(?:政府|办公厅|办公室|委员会|委|局|厅|部|院|党组|工委|小组|学校|中学|学院|大学|公司)"
)
_PRINTED = re.compile(r"印发《([^》]{4,60})》|关于印发(?!《)(.{4,60}?)的通知")
_TITLE_YEAR = re.compile(r"(?<![\d\-—～至])(20\d\d)(?![\d\-—～至])")
_WORK_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?:度?工作(?!回顾)|度?目标|度?重点|度?任务|政府工作)")
_MASK = re.compile(r"[A-Za-zXx×*]")
_SPEAKER = re.compile(r"[\u4e00-\u9fff（）]{0,16}(?:[省市县区局校院]长|书记|主任|主席|总理|代表) ?\S{0,4}")
_HEAD_LINES = 12
_SHORT_TITLE = 8
_ALIKE = 0.85
_LETTER_SPACED = re.compile(r"(?:\S[ \u3000]+){3,}\S")
_DATE_LINE = 18
_DATED_TAIL = re.compile(r"[（(]20\d\d年\d{1,2}月\d{1,2}日[)）].*$")
_TITLE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Masthead:
    """The heading facts of a document.

    ``year`` is the one that dates without a year mean; ``body`` the plain offset where the title ends.
    """

    title: str | None
    kind: Kind
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    year: int | None
    body: int


def masthead(paper: Paper) -> Masthead:
    """Read the first and the last lines of the paper; what is not there is ``None``."""
    lines = [paper.plain[start:end] for start, end in paper.paragraphs if end - start <= _TITLE_LENGTH]
    head = lines[:_HEAD_LINES]
    titled = _title_lines(paper)
    title = _joined(paper, titled) if titled else None
    number = next(filter(None, (_NUMBER.search(line) for line in head)), None)
    issued_on = _issued_on(paper, head, lines)
    return Masthead(
        title,
        _kind(paper.plain, title),
        _issuer(title, lines),
        _original(paper, number[0]) if number else None,
        issued_on,
        issued_on.year if issued_on else _year(title or "", paper.plain),
        titled[-1][1][1] if titled else 0,
    )


def _title_lines(paper: Paper) -> list[tuple[str, Span]]:
    """The first lines that read like a title, with their plain spans."""
    found: list[tuple[str, Span]] = []
    for start, end in paper.paragraphs[:_HEAD_LINES]:
        line = _closed_up(paper.plain[start:end])
        if len(line) > _TITLE_LENGTH or _NOT_TITLE.search(line) or "\t" in line:
            if found:
                break
            continue
        if (_date(line) and len(line) <= _DATE_LINE) or _NUMBER.fullmatch(line):
            if any(_TITLE_WORD.search(above) for above, _ in found):
                break
            found = []
            continue
        if found and not _belongs(found[-1][0], line):
            break
        found.append((line, (start, end)))
    return found if any(_TITLE_WORD.search(line) for line, _ in found) else []


def _belongs(above: str, line: str) -> bool:
    """A second line belongs to the title when it is a subtitle, or the first one was not finished."""
    if _SPEAKER.fullmatch(line):
        return False
    if line.startswith("--") or _alike(above, line):
        return True
    return not _TITLE_WORD.search(above.rstrip("”》")[-8:]) and not line.startswith("（")


def _alike(one: str, other: str) -> bool:
    """The same title once more, perhaps with a masked letter."""
    return len(one) > _SHORT_TITLE and SequenceMatcher(None, one, other).ratio() > _ALIKE


def _joined(paper: Paper, found: list[tuple[str, Span]]) -> str:
    """The lines as one title; of two alike, the one without a masking letter."""
    chosen: list[tuple[str, Span]] = []
    for line, span in found:
        if chosen and _alike(chosen[-1][0], line):
            keep_first = len(_MASK.findall(chosen[-1][0])) < len(_MASK.findall(line))
            chosen[-1] = chosen[-1] if keep_first else (line, span)
        else:
            chosen.append((line, span))
    pieces = [paper.text[slice(*paper.span(*span))].replace("\n", "").strip() for _, span in chosen]
    return _closed_up(_DATED_TAIL.sub("", "".join(pieces)))


def _closed_up(line: str) -> str:
    """A letter-spaced line without its blanks."""
    return re.sub(r"[ \u3000]+", "", line) if _LETTER_SPACED.fullmatch(line) else line


def _original(paper: Paper, words: str) -> str:
    start = paper.plain.index(words)
    return paper.text[slice(*paper.span(start, start + len(words)))]


def _kind(plain: str, title: str | None) -> Kind:
    named = title or ""
    printed = _PRINTED.search(named)
    named = (printed[1] or printed[2]) if printed else named
    for rule in KINDS:
        if rule.regex.search(named):
            return cast(Kind, rule.means)
    if re.search(r"^\s*(?:同志们|各位代表|各位)|同志们[，：！]", plain[:400]):
        return "speech"
    if "\t" in plain[:400]:
        return "division"
    return "plan" if re.search(r"制定(?:本|如下|以下)|提出(?:如下|以下)", plain[:1500]) else "other"


def _issued_on(paper: Paper, head: list[str], lines: list[str]) -> date | None:
    """The date on a line of its own or in brackets under the title, else the one that closes the text."""
    for line in (*head, *reversed(lines[-6:])):
        bare = line.strip("（） ")
        found = _date(bare)
        if found and (len(bare) <= 30 or bare.startswith("--")):
            return found
    return _date(paper.plain[:120]) if "讲话（" in paper.plain[:80] else None


def _date(line: str) -> date | None:
    arabic, chinese = _ARABIC_DATE.search(line), _CHINESE_DATE.search(line)
    try:
        if arabic:
            return date(*map(int, arabic.groups()))
        if chinese:
            year = "".join(str(value_of(digit.replace("○", "〇").replace("O", "〇"))) for digit in chinese[1])
            return date(int(year), value_of(chinese[2]), value_of(chinese[3]))
    except ValueError:
        return None
    return None


def _year(title: str, plain: str) -> int | None:
    """The year in the title, else the latest one whose work the text announces."""
    named = _TITLE_YEAR.search(title)
    if named:
        return int(named[1])
    announced = [int(match[1]) for match in _WORK_YEAR.finditer(plain)]
    return max(announced, default=None)


def _issuer(title: str | None, lines: list[str]) -> str | None:
    named = _ISSUER_IN_TITLE.match(title or "")
    if named:
        return named[1]
    for above, line in pairwise(lines):
        if _date(line) and len(line.strip("（） ")) <= _DATE_LINE and _ISSUER_LINE.fullmatch(above.strip()):
            return above.strip()
    return None
