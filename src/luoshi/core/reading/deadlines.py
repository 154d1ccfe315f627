"""By when: finds deadlines as written, types them, and resolves them to a day where the text allows."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from luoshi.core.reading.grammar.dates import IN_CELL, IN_TEXT, SPOKEN
from luoshi.core.reading.grammar.rule import any_of
from luoshi.core.reading.model import DeadlineType
from luoshi.core.reading.numerals import value_of

_TEXT = any_of(IN_TEXT)
_SPOKEN = any_of(IN_TEXT + SPOKEN)
_DATED = re.compile(
    r"[月年度日周节期旦秋一旬半学假汛会届束庆明](?:[底末初]|之|以)?前|[月年][底末]|\d年|[今明当]年|[年月周天日时](?:左右)?的?(?:时间|[之以]?内)|年内|周.前|[上下]半年|季度"
)
_ORDER: tuple[DeadlineType, ...] = ("before", "period", "year_target", "frequency", "ongoing")
_RESULT = r"(?:[^，；。：、]{0,4}(?:完成|建成|办结|到位|成效|实现|达到|形成|上线|启动|推进|落实|取得|持续|左右|前|底)[^，；。：、]{0,10})?"
_SEGMENT = re.compile(rf"(?:{'|'.join(rule.pattern for rule in IN_TEXT + IN_CELL)}){_RESULT}")
_MONTH_WITH_RESULT = re.compile(r"\d月份?(?:取得|完成|实现|达到|形成|建成|上线)")
_YEAR = re.compile(r"(20\d\d)(?:年|学年)")
_DAY = re.compile(r"(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})日|(?P<third>[上中下])旬)?")
_RANGE = re.compile(
    r"\d{1,2}(?:月份?)?[^至到\-]{0,3}(?:至|到|-)(?:20\d\d年)?(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})日|(?P<third>[上中下])旬)?"
)
_QUARTER = re.compile(r"([一二三四1-4])季度")
_QUARTER_END = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}
_CHINESE = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日])")
_THIRD_END = {"上": 10, "中": 20}


@dataclass(frozen=True, slots=True)
class Deadline:
    """``text`` as the document writes it, its type, and the last day it allows, if one follows."""

    text: str
    type: DeadlineType
    on: date | None


def in_text(text: str, year: int | None) -> Deadline | None:
    """The first deadline inside the folded text of a task; ``year`` is the document's own."""
    return _found(_TEXT.search(text), year) if _DATED.search(text) else None


def in_speech(text: str, year: int | None) -> Deadline | None:
    """The first deadline of a spoken sentence, where 今年 and 用两年时间 count as well."""
    return _found(_SPOKEN.search(text), year) if _DATED.search(text) else None


def whole(segment: str, year: int | None) -> Deadline | None:
    """The deadline that a segment of an ending consists of from end to end, or ``None``."""
    text = segment.strip(" ，；。")
    return typed(text, year) if _SEGMENT.fullmatch(text) else None


def typed(text: str, year: int | None) -> Deadline:
    """A deadline whose place (a column 完成时间, a label 时限：) already says that it is one."""
    kinds = {rule.means for rule in IN_TEXT + SPOKEN + IN_CELL if rule.regex.search(text)}
    if _MONTH_WITH_RESULT.search(text):
        kinds.add("before")
    kind: DeadlineType = next((kind for kind in _ORDER if kind in kinds), "ongoing")
    return Deadline(text, kind, None if kind in ("ongoing", "frequency") else day_of(text, year))


def day_of(text: str, year: int | None) -> date | None:
    """The last day that the first date in ``text`` allows; ``None`` where the year or the day is open."""
    text = _CHINESE.sub(lambda numeral: str(value_of(numeral[0])), text)
    named = _YEAR.search(text)
    base = int(named[1]) if named else year
    if base is None:
        return None
    if "明年" in text or "次年" in text:
        base += 1
    day = _RANGE.search(text) or _DAY.search(text)
    if day:
        return _last_day(base, int(day["month"]), day["day"], day["third"])
    quarter = _QUARTER.search(text)
    if quarter:
        return _last_day(base, _QUARTER_END[quarter[1]])
    if "上半年" in text:
        return date(base, 6, 30)
    if named or re.search(r"年[底末内]|下半年|今年", text):
        return None if "年初" in text else date(base, 12, 31)
    return None


def _found(match: re.Match[str] | None, year: int | None) -> Deadline | None:
    return typed(match[0], year) if match else None


def _last_day(year: int, month: int, day: str | None = None, third: str | None = None) -> date | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    chosen = int(day) if day else _THIRD_END.get(third or "", last)
    return date(year, month, min(chosen, last)) if chosen else None
