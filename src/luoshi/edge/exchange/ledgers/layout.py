"""Which column of a ledger holds what: by the titles that branches give them, or as somebody said last time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from luoshi.core.refusals import N_


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a ledger says of an activity 台账栏目: its name, what pages call it, what titles it goes by."""

    name: str
    label: str
    titles: tuple[str, ...]
    required: bool = False


FIELDS = (
    Field(
        "held_on",
        N_("日期"),
        ("活动日期", "开展日期", "会议日期", "活动时间", "会议时间", "日期", "时间"),
        required=True,
    ),
    Field(
        "kinds",
        N_("类别"),
        ("活动类别", "活动类型", "会议类型", "会议类别", "类别", "类型", "形式"),
        required=True,
    ),
    Field(
        "topic",
        N_("主题"),
        ("活动主题", "会议主题", "活动名称", "会议名称", "主题", "议题", "题目"),
        required=True,
    ),
    Field(
        "people",
        N_("到会人员"),
        ("到会人员", "参加人员", "参会人员", "出席人员", "实到人员", "到会名单"),
        required=True,
    ),
    Field(
        "minutes",
        N_("记录"),
        ("活动内容", "会议内容", "主要内容", "会议记录", "内容", "记录", "情况"),
        required=True,
    ),
    Field("away", N_("缺席人员"), ("缺席人员及原因", "缺席人员", "请假人员", "未到人员", "缺席")),
    Field("chair", N_("主持人"), ("主持人", "主持", "召集人", "主讲人")),
    Field("place", N_("地点"), ("活动地点", "会议地点", "地点")),
    Field("hours", N_("时长"), ("时长", "学时", "小时")),
    Field("organization", N_("组织"), ("党支部", "支部名称", "组织名称", "所在支部", "组织代码", "单位")),
)
BY_NAME = {field.name: field for field in FIELDS}
Layout = Mapping[str, int]


def guessed(titles: Sequence[str], remembered: Mapping[str, str] | None = None) -> dict[str, int]:
    """Return the column (from 1) of each field that the titles name, each column once.

    ``remembered`` says which title stood for which field last time, and outranks what titles usually mean.
    """
    clean = [plain(title) for title in titles]
    layout: dict[str, int] = {}
    for name, title in (remembered or {}).items():
        if name in BY_NAME and title in clean:
            layout[name] = clean.index(title) + 1
    for exact in (True, False):
        for field in FIELDS:
            place = _place(field, clean, set(layout.values()), exact=exact)
            if field.name not in layout and place:
                layout[field.name] = place
    return layout


def _place(field: Field, titles: Sequence[str], taken: set[int], *, exact: bool) -> int:
    for known in field.titles:
        for place, title in enumerate(titles, 1):
            if place not in taken and (title == known or (not exact and len(known) > 1 and known in title)):
                return place
    return 0


def recognized(titles: Sequence[str]) -> int:
    """Return how many fields a row of titles names, which is how a header is told from a heading above it."""
    return len(guessed(titles))


def plain(title: str) -> str:
    """Return the title without blanks and marks."""
    return "".join(title.split()).strip("*＊:：")
