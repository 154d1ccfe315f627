"""What is written in one cell of a ledger, and what it means."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from luoshi.act.activities.attendance import Presence
from luoshi.core.rules.kinds import KIND_LABELS, ActivityKind
from luoshi.edge.exchange.workbooks.columns import day

_MARKS = re.compile(r"[、，,；;/\n]+")
_SPACE = re.compile(r"\s+")
_REMARK = re.compile(r"[（(]([^（）()]*)[）)]")
_HOURS = re.compile(r"(\d+(?:\.\d)?)\s*(?:个?小时|学时|h)?", re.IGNORECASE)
_KINDS_BETWEEN = re.compile(r"[、，,；;/+＋\s]+")
EVERYBODY = ("全体党员", "全体", "全员", "全体人员", "全部到会")
# What branches write besides the names of the kinds.
ALSO = {
    "支部党员大会": ActivityKind.GENERAL_MEETING,
    "支委会会议": ActivityKind.COMMITTEE_MEETING,
    "支部委员会": ActivityKind.COMMITTEE_MEETING,
    "小组会": ActivityKind.GROUP_MEETING,
    "主题党日活动": ActivityKind.THEME_DAY,
    "专题组织生活会": ActivityKind.ORGANIZATIONAL_LIFE_MEETING,
    "民主评议": ActivityKind.MEMBER_REVIEW,
    "理论学习中心组": ActivityKind.CENTRE_GROUP_STUDY,
    "青年理论学习": ActivityKind.YOUTH_STUDY_GROUP,
    "培训": ActivityKind.TRAINING,
    "结对": ActivityKind.TWINNING,
    "谈心": ActivityKind.TALK,
    "走访": ActivityKind.HOME_VISIT,
}
WHY = (
    (Presence.DUTY, ("因公", "公出", "出差", "外出", "培训", "值班", "驻村")),
    (Presence.EXEMPT, ("年老", "体弱", "行动不便", "不作硬性要求")),
    (Presence.UNEXPLAINED, ("未请假", "无故", "旷", "缺席")),
)


def day_of(text: str) -> date:
    """Return the day; the time of the day and the day of the week after it are nobody's loss. Raises ``ValueError``."""
    return day(text.split(" ", maxsplit=1)[0].split("T", maxsplit=1)[0])


def hours_of(text: str) -> Decimal | None:
    """Return how long it took, nothing for an empty cell. Raises ``ValueError``."""
    if not text:
        return None
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    try:
        return Decimal(found[1])
    except InvalidOperation:
        raise ValueError(text) from None


@cache
def _known_kinds() -> list[tuple[str, ActivityKind]]:
    named = [(KIND_LABELS[kind], kind) for kind in ActivityKind]
    return sorted([*named, *ALSO.items()], key=lambda pair: len(pair[0]), reverse=True)


def kinds_of(text: str) -> frozenset[ActivityKind]:
    """Return the kinds that a cell names. Raises ``ValueError`` with the first that nobody knows."""
    parts = [part for part in _KINDS_BETWEEN.split(text) if part]
    return frozenset(_kind(part) for part in parts)


def _kind(part: str) -> ActivityKind:
    for name, kind in _known_kinds():
        if name == part or name in part:
            return kind
    raise ValueError(part)


def means_everybody(text: str) -> bool:
    """Tell whether the cell says that all were there instead of naming them."""
    return _REMARK.sub("", text).strip() in EVERYBODY


def names_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names in a cell, each with the remark that stands in brackets after it.

    Blanks stand between names only where nothing else does: a short name is often written with one inside.
    """
    guarded = _REMARK.sub(lambda found: f"\0{_MARKS.sub(' ', found[1])}\0", text)
    between = _MARKS if _MARKS.search(guarded) else _SPACE
    for part in between.split(guarded.strip()):
        name, _mark, remark = part.partition("\0")
        plain = _SPACE.sub("", name)
        if plain:
            yield plain, remark.strip("\0")


def presence_of(remark: str, otherwise: Presence) -> Presence:
    """Return why somebody was away, by the remark; what it says of an illness is not kept."""
    return next((presence for presence, words in WHY if _says(remark, words)), otherwise)


def _says(remark: str, words: Iterable[str]) -> bool:
    return any(word in remark for word in words)
