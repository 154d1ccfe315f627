"""The table of tasks, as table, board or timeline."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.act.tasks.table import COUNTED, Order, Side, TaskSheet, counted, sheet
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.spoken import spoken

from .asked import ANY, FORMS, OPEN, Asked, asked, marked, orders
from .lines import lines
from .saved import saved_by
from .shapes import board, timeline
from .words import light_words, origin_words, state_words

PAGE = 50


@require_safe
@members
def tasks(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what the address asks for, within the viewer's reach."""
    today = localdate()
    question = asked(request.GET, viewer, today)
    context: dict[str, Any] = {
        "asked": question,
        "saved": saved_by(viewer.person),
        "choices": choices(),
        "sides": (
            (Side.OWNER.value, _("我方承办")),
            (Side.ISSUER.value, _("我方交办")),
            (Side.HELPER.value, _("我方配合")),
        ),
        "may_open": bool(viewer.held),
        "forms": tuple(zip(FORMS, (_("列表"), _("看板"), _("时间轴")), strict=True)),
    }
    if question.shown_as == "board":
        return page(request, "supervision/board.html", {**context, **board(question, today)})
    found = sheet(question.wanted, PAGE, question.place)
    context |= listed(question, found)
    if question.shown_as == "timeline":
        return page(
            request,
            "supervision/timeline.html",
            {**context, **timeline(found.rows, question.wanted.side, today)},
        )
    context["lines"] = lines(found.rows, question.wanted.side, today, reverse("tasks"))
    return page(request, "supervision/table.html", context)


def listed(question: Asked, found: TaskSheet) -> dict[str, Any]:
    """Return the count above a page of the table, and where the next one is."""
    count = found.total
    if count is None:
        alone = question.place is None and found.following is None
        count = len(found.rows) if alone else counted(question.wanted)
    following = f"?{question.query(after=marked(found.following))}" if found.following else ""
    return {"count": f"{COUNTED}+" if count > COUNTED else str(count), "following": following}


@spoken
def choices() -> dict[str, dict[str, str]]:
    """Return what can be chosen in each of the filters, in the reader's language."""
    states = {OPEN: _("在办"), ANY: _("全部"), **state_words()}
    lights = {light: f"{shape} {word}" for light, (shape, word) in light_words().items() if light}
    return {
        "state": states,
        "light": {"": _("全部"), **lights},
        "origin": {"": _("全部"), **origin_words()},
        "sort": {each.value: orders()[each] for each in Order},
    }
