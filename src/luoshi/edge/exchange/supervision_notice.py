"""The notice of supervision 督办通知单 as a Word document; its words are Chinese, because the document is."""

from dataclasses import dataclass
from datetime import date

NOT_NUMBERED = "〔{year}〕　号"


@dataclass(frozen=True, slots=True)
class Supervised:
    """What the notice says 督办事项. Without a number it is a draft, whose number and date are left open."""

    issuer: str
    recipient: str
    task: str
    text: str
    standard: str
    deadline_on: date | None
    original_deadline_on: date | None
    workdays_late: int
    demand: str
    year: int
    number: int | None
    issued_on: date | None
    reply_by_on: date


def supervision_notice(said: Supervised) -> bytes:
    """Return the notice as a file."""
    from .official_document import OfficialDocument  # noqa: PLC0415  # Word documents are rare, and their writer large

    title = f"关于“{said.task}”的督办通知单"
    made = OfficialDocument(title=title)
    made.mark(said.issuer)
    made.number(document_number(said))
    made.title(title)
    made.recipient(said.recipient)
    made.text(_opening(said))
    made.heading("一、督办事项")
    made.text(said.text)
    made.heading("二、完成标准")
    made.text(said.standard or "按交办要求办理。")
    made.heading("三、督办要求")
    made.text(said.demand)
    made.text(
        f"请于{written(said.reply_by_on)}前书面反馈办理情况，说明未按期办结的原因、下一步措施和办结时间。"
    )
    made.signed(said.issuer, written(said.issued_on) if said.issued_on else f"{said.year}年　月　日")
    return made.content()


def document_number(said: Supervised) -> str:
    """Return the number with hexagonal brackets, the full year, no 第 and no leading zero (GB/T 9704-2012, 7.2.5)."""
    if said.number is None:
        return f"{said.issuer}督{NOT_NUMBERED.format(year=said.year)}"
    return f"{said.issuer}督〔{said.year}〕{said.number}号"


def written(on: date) -> str:
    """Return the day in Arabic figures, the year in full, no leading zero (7.3.5.4)."""
    return f"{on.year}年{on.month}月{on.day}日"


def _opening(said: Supervised) -> str:
    if said.deadline_on is None:
        return f"你单位承办的“{said.task}”至今没有办结，现予督办。"
    moved = ""
    if said.original_deadline_on and said.original_deadline_on != said.deadline_on:
        moved = f"（原定{written(said.original_deadline_on)}，经批准延期）"
    late = f"，至今已逾期{said.workdays_late}个工作日" if said.workdays_late > 0 else ""
    return f"你单位承办的“{said.task}”，应于{written(said.deadline_on)}前办结{moved}{late}，现予督办。"
