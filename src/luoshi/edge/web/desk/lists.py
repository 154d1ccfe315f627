"""The three lists of the desk: what waits for its viewer, what is overdue below, what changed since yesterday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from luoshi.act.tasks.agenda import Duty, agenda, news
from luoshi.act.tasks.table import COUNTED, Side, Wanted, counted, sheet
from luoshi.core.lifecycle import TABLE
from luoshi.core.rules import Status
from luoshi.edge.web import owing_lines
from luoshi.edge.web.access import Viewer
from luoshi.edge.web.duties.docket import taken
from luoshi.edge.web.moments import moment_of
from luoshi.edge.web.supervision.lines import lines
from luoshi.edge.web.words import left
from luoshi.ground.people.queries import names
from luoshi.plan.deployments.queries import awaiting_confirmation
from luoshi.plan.duties.queries.docket import leading_posts, on_docket
from luoshi.plan.duties.queries.lists import waiting_for
from luoshi.plan.duties.queries.recorded import asked_by_task
from luoshi.plan.obligations.authority import answering
from luoshi.plan.obligations.queries import open_now

if TYPE_CHECKING:
    from luoshi.plan.duties.models import DutyList


class Item(NamedTuple):
    """One line of the desk: what, who, until when, and the one thing to do; ``mark`` sets apart what others answer for."""

    what: str
    link: str
    who: str
    due: str
    left: str
    light: tuple[str, str, str]
    act: str
    mark: str = ""


DARK = ("", "", "")


def to_do(viewer: Viewer, today: date, first: int) -> list[Item]:
    """Return what the viewer must do now: duty lists to accept and drafts to confirm first."""
    items = [_accepting(each) for each in waiting_for(viewer.person, today)]
    confirming = awaiting_confirmation({each.organization for each in viewer.held}, first)
    items += [_confirming(*each) for each in confirming]
    acts = _acts()
    waiting = agenda(viewer.person, viewer.held, first - len(items)) if len(items) < first else []
    shown = lines((each.row for each in waiting), Side.ISSUER, today, reverse("tasks"))
    for each, line in zip(waiting, shown, strict=True):
        who = line.issuer if each.duty in (Duty.ACCEPT, Duty.REPORT) else line.owner
        light, mark = (line.light, line.shape, line.shines), _("配合") if each.duty is Duty.HELP else ""
        items.append(Item(line.title, line.link, who, line.due, line.left, light, acts[each.duty], mark))
    return items


def overdue(viewer: Viewer, today: date, first: int) -> tuple[list[Item], str]:
    """Return the longest overdue that the viewer's subtrees answer for, and how many there are."""
    wanted = Wanted(paths=viewer.paths, late_on=today)
    found = sheet(wanted, first)
    count = len(found.rows) if found.following is None else counted(wanted)
    items = [
        Item(
            line.title,
            line.link,
            line.owner,
            line.due,
            line.left,
            (line.light, line.shape, line.shines),
            _("催办"),
        )
        for line in lines(found.rows, Side.ISSUER, today, reverse("tasks"))
    ]
    return items, f"{COUNTED}+" if count > COUNTED else str(count)


def owed_this_month(viewer: Viewer, today: date, first: int) -> list[Item]:
    """Return what the organizations for which the viewer answers have still to do this month."""
    places = answering(viewer.held)
    found = (
        [each for each in open_now(places, today) if each.obligation.status is Status.OWED] if places else []
    )
    # What a task of the viewer's own duties asks for already is not asked for a second time.
    asked = asked_by_task(viewer.posts) if found else set()
    found = [
        each
        for each in found
        if (each.organization.pk, each.obligation.rule.id, each.obligation.key) not in asked
    ]
    shown = owing_lines.lines(found[:first], today, viewer.keeps)
    return [
        Item(
            each.title,
            reverse("organization_obligations", kwargs={"number": each.organization.pk}),
            str(each.organization),
            each.due,
            left(each.on, today),
            each.mark,
            _("去落实"),
        )
        for each in shown
    ]


def in_person(viewer: Viewer, first: int) -> list[Item]:
    """Return what the viewer has taken up in person as a leader, the first due first."""
    posts = leading_posts(viewer.person, localdate()) if viewer.leads else []
    return [
        Item(
            each.line.title,
            each.line.link,
            f"{each.entry.get_concern_display()} · {each.line.owner}",
            each.line.due,
            each.line.left,
            (each.line.light, each.line.shape, each.line.shines),
            _("看经过"),
        )
        for each in (taken(on_docket(posts)[:first]) if posts else [])
    ]


def changed(viewer: Viewer, today: date, first: int) -> list[Item]:
    """Return what others did since yesterday to tasks in reach, the newest first."""
    found = news(viewer.person, viewer.paths, today - timedelta(days=1), first) if viewer.paths else []
    people = names({each.by for each in found if each.by is not None})
    called = {line.verb: line.label for line in TABLE.values()}
    shown = lines((each.row for each in found), Side.ISSUER, today, reverse("tasks"))
    items = []
    for each, line in zip(found, shown, strict=True):
        told = _("%(who)s：%(what)s") % {"who": people.get(each.by or 0, "—"), "what": _(called[each.verb])}
        mark = _("配合") if each.helps else ""
        items.append(Item(line.title, line.link, told, moment_of(each.at), "", DARK, _("看经过"), mark))
    return items


def _accepting(waiting: DutyList) -> Item:
    """Name a duty list that awaits its holder."""
    facts = {"year": waiting.year, "title": waiting.post.title}
    link = reverse("duty_list", kwargs={"number": waiting.pk})
    return Item(
        _("“%(title)s”%(year)s年责任清单") % facts,
        link,
        str(waiting.post.organization),
        "",
        "",
        DARK,
        _("签收"),
    )


def _confirming(number: int, title: str, count: int) -> Item:
    """Name what awaits confirming in one deployment."""
    what = ngettext("《%(title)s》有 %(count)d 条待确认", "《%(title)s》有 %(count)d 条待确认", count)
    link = reverse("deployment", kwargs={"number": number})
    return Item(what % {"title": title, "count": count}, link, "", "", "", DARK, _("确认"))


def _acts() -> dict[Duty, Any]:
    return {
        Duty.ANSWER: _("答复"),
        Duty.VERIFY: _("核验"),
        Duty.ACCEPT: _("签收"),
        Duty.REPORT: _("报结"),
        Duty.DISPATCH: _("交办"),
        Duty.LOOK_BACK: _("回头看"),
        Duty.HELP: _("看任务"),
    }
