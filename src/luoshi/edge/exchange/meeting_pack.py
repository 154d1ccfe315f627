"""What is brought to a meeting 会议材料 as a Word document; its words are Chinese, because the document is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .official_document import OfficialDocument
from .supervision_notice import written

BLANK = "＿＿＿＿＿＿"
NAMES_A_LINE = 4
BOX, SPACE = "□", "\u3000"


@dataclass(frozen=True, slots=True)
class Brought:
    """A task in hand as it is brought to the meeting: its standard, until when, what proof is still wanting."""

    title: str
    standard: str
    deadline_on: date | None
    wanting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingPack:
    """What the pack says. ``needed`` is how many have a vote and how many of them decide, where a rule says so."""

    organization: str
    kind: str
    agenda: tuple[str, ...]
    tasks: tuple[Brought, ...]
    people: tuple[str, ...]
    needed: tuple[int, int] | None
    printed_on: date


def meeting_pack(said: MeetingPack) -> bytes:
    """Return the pack as a file, with blanks for what is filled in by hand at the meeting."""
    title = pack_title(said)
    made = OfficialDocument(title=title)
    made.title(title)
    made.blank()
    made.text(f"时间：{BLANK}\n地点：{BLANK}\n主持：{BLANK}\n记录：{BLANK}")
    made.heading("一、议题")
    made.text("\n".join(_numbered(said.agenda or (BLANK,))))
    made.heading(f"二、在办任务（{len(said.tasks)}项）")
    made.text("\n".join(_numbered([_task(each) for each in said.tasks])) or "没有在办任务。")
    made.heading(f"三、应到人员（{len(said.people)}人）")
    if said.needed:
        voters, needed = said.needed
        made.text(f"有表决权的{voters}人，到会{needed}人可以表决。")
    made.text("\n".join(_attending(said.people)) or BLANK)
    made.heading("四、议定事项")
    made.text("\n".join(_numbered([f"{BLANK}由{BLANK}承办，{BLANK}前办结。"] * 3)))
    made.signed(said.organization, written(said.printed_on))
    return made.content()


def pack_title(said: MeetingPack) -> str:
    """Return what the pack is called, on its page and as a file."""
    return f"{said.organization}{said.kind}会议材料"


def _numbered(lines: Sequence[str]) -> Iterator[str]:
    return (f"{number}. {each}" for number, each in enumerate(lines, 1))


def _attending(people: Sequence[str]) -> Iterator[str]:
    """Yield the names a few to a line, each with a box to be ticked."""
    for first in range(0, len(people), NAMES_A_LINE):
        yield SPACE.join(f"{BOX}{name}" for name in people[first : first + NAMES_A_LINE])


def _task(each: Brought) -> str:
    parts = [each.title.rstrip("。")]
    if each.deadline_on:
        parts.append(f"{written(each.deadline_on)}前办结")
    if each.standard:
        parts.append(f"完成标准：{each.standard.rstrip('。')}")
    if each.wanting:
        parts.append(f"要带的材料：{'、'.join(each.wanting)}")
    return "；".join(parts) + "。"
