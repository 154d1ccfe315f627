"""The minutes of a hearing 纪要 as a Word document; its words are Chinese, because the document is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from .supervision_notice import written


@dataclass(frozen=True, slots=True)
class Decided:
    """One thing that was decided 议定事项."""

    title: str
    owner: str
    deadline_on: date | None
    standard: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes say. ``figures`` are those that were frozen when the hearing was held."""

    organization: str
    period: str
    held_on: date
    place: str
    present: str
    agenda: tuple[str, ...]
    minutes: str
    figures: dict[str, Any]
    decided: tuple[Decided, ...]


def hearing_minutes(said: Minutes) -> bytes:
    """Return the minutes as a file. No regulation asks for this hearing, so none is cited."""
    from .official_document import OfficialDocument  # noqa: PLC0415  # Word documents are rare, and their writer large

    title = f"{said.period}听取党建责任落实情况汇报会议纪要"
    made = OfficialDocument(title=title)
    made.title(title)
    made.blank()
    where = f"在{said.place}" if said.place else ""
    made.text(
        f"{written(said.held_on)}，{said.organization}{where}召开会议，听取{said.period}党建责任落实情况汇报。"
    )
    if said.present:
        made.text(f"到会：{said.present}")
    made.heading("一、会议议程")
    made.text("\n".join(f"{number}. {each}" for number, each in enumerate(said.agenda, 1)))
    made.heading("二、基本情况")
    made.text(_figures(said.figures))
    made.heading("三、会议情况")
    made.text(said.minutes)
    made.heading("四、议定事项")
    made.text(
        "\n".join(_decision(number, each) for number, each in enumerate(said.decided, 1)) or "没有议定事项。"
    )
    made.signed(said.organization, written(said.held_on))
    return made.content()


def _figures(figures: dict[str, Any]) -> str:
    tasks, duties, requests = figures["tasks"], figures["duties"], figures["requests"]
    on = written(date.fromisoformat(figures["on"]))
    lines = [
        (
            f"截至{on}，在办任务{tasks['under_way']}件，其中逾期{tasks['late']}件；本期报结销号{tasks['closed']}件，"
            f"其中按期{tasks['in_time']}件；反弹重办{tasks['relapsed']}件。"
        ),
        (
            f"岗位{duties['posts']}个，有责任清单{duties['listed']}个，空缺{duties['vacant']}个，"
            f"还没有签收{duties['unaccepted']}个；按清单立为任务{duties['opened']}件。"
        ),
        f"领导督办事项{figures['docket']}件；没有答复的请示{requests['open']}件，其中逾期{requests['overdue']}件。",
    ]
    if "owed" in figures:  # Hearings that were held before have none.
        owed = figures["owed"]
        lines.append(
            f"本期到期的应尽事项{sum(owed.values())}项：已落实{owed['met']}项，没有落实{owed['missed']}项，"
            f"待落实{owed['owed']}项，情况不明{owed['unknown']}项。"
        )
    late = figures["late"]
    if late:
        named = "；".join(f"{each['title']}（{each['owner']}）" for each in late[:5])
        lines.append(f"逾期时间最长的：{named}。")
    return "\n".join(lines)


def _decision(number: int, each: Decided) -> str:
    due = f"，{written(each.deadline_on)}前办结" if each.deadline_on else ""
    standard = f"，完成标准：{each.standard.rstrip('。')}" if each.standard else ""
    return f"{number}. {each.title}。由{each.owner}承办{due}{standard}。"
