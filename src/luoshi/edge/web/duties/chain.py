"""A duty from being assigned to being overseen 责任链条, in the words of the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from luoshi.act.tasks.table import Side
from luoshi.act.tasks.table.rows import rows
from luoshi.core.lifecycle import State
from luoshi.core.rules import MODALITY_LABELS, Modality, Obligation
from luoshi.edge.web.access import Viewer
from luoshi.edge.web.owing_lines import page_of
from luoshi.edge.web.supervision.lines import Line, lines
from luoshi.plan.duties.queries.lists import Responsibility, responsibilities
from luoshi.plan.duties.queries.recorded import recorded
from luoshi.plan.duties.vocabulary import Frequency

if TYPE_CHECKING:
    from luoshi.plan.duties.models import DutyItem, DutyList

VERIFIED = (State.CLOSED, State.SETTLED)


@dataclass(frozen=True, slots=True)
class Link:
    """One duty as the page shows it: how often, what was done by period, how that was found, who oversees it.

    ``recorded`` are periods in which the record alone shows it as done, each with the page that does.
    """

    item: DutyItem
    often: str
    done: tuple[tuple[str, Line], ...]
    recorded: tuple[tuple[str, str], ...]
    nothing_done: str
    assessed: str
    overseer: str
    overseer_address: str
    overseen: str


def links_of(duty_list: DutyList, viewer: Viewer, today: date) -> list[Link]:
    """Return each duty of the list with what became of it, in a number of reads that does not grow with it."""
    found = responsibilities(duty_list)
    tasks = [done.task for each in found for done in each.performed]
    shown = {
        line.id: line
        for line in lines(rows([task.pk for task in tasks]), Side.OWNER, today, reverse("tasks"))
    }
    alone = recorded(found, today)
    return [_link(each, shown, alone.get(each.item.key, []), viewer) for each in found]


def _link(
    each: Responsibility,
    shown: dict[int, Line],
    alone: list[tuple[str, list[Obligation]]],
    viewer: Viewer,
) -> Link:
    tasks = [done.task for done in each.performed]
    states = Counter(task.state for task in tasks)
    verified = sum(states[state] for state in VERIFIED)
    returned = sum(task.returns for task in tasks)
    looked_back = sum(task.looked_back for task in tasks)
    urged = sum(task.urges + len(task.rungs) for task in tasks)
    facts = {"verified": verified, "tasks": len(tasks), "returned": returned}
    seen = viewer.sees(each.overseer.path)
    return Link(
        each.item,
        often(each.item),
        tuple((period_said(done.period), shown[done.task.pk]) for done in each.performed),
        tuple((period_said(period), _evidence(met)) for period, met in alone),
        _("遇事办理，不定期立项") if each.item.frequency == Frequency.EVENT else _("还没有到期"),
        _("已核验 %(verified)s/%(tasks)s 次，退办 %(returned)s 次") % facts if tasks else _("还没有可评价的"),
        each.overseer.name,
        reverse("organization", kwargs={"number": each.overseer.pk}) if seen else "",
        _("回头看 %(looked)s 次，催办督办 %(urged)s 次") % {"looked": looked_back, "urged": urged}
        if tasks
        else "",
    )


def _evidence(met: list[Obligation]) -> str:
    """Return the page of what was recorded last, nothing where none of it has one."""
    pages = (page_of(one.ref) for each in met for one in reversed(each.met_by))
    return next((page for page in pages if page), "")


def period_said(key: str) -> str:
    """Return the period within its year: 9月, 三季度, 下半年, 全年."""
    named = {"H1": _("上半年"), "H2": _("下半年"), "": _("全年")}
    quarters = {"Q1": _("一季度"), "Q2": _("二季度"), "Q3": _("三季度"), "Q4": _("四季度")}
    part = key.partition("-")[2]
    return str({**named, **quarters}.get(part) or _("%(month)s月") % {"month": int(part)})


def often(item: DutyItem) -> str:
    """Return how often, and how strongly that is asked: 每月 · 应当; a yearly one with its month."""
    often = str(Frequency(item.frequency).label)
    if item.month:
        often = _("每年 %(month)s 月底前") % {"month": item.month}
    if item.frequency == Frequency.EVENT:
        return often
    return f"{often} · {_(MODALITY_LABELS[Modality(item.modality)])}"
