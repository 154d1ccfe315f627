"""What an organization has in hand, by light: the lists behind the figures of its page."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.act.tasks.queries import by_light, in_hand
from luoshi.core.lifecycle import LIGHT_LABELS, STATE_LABELS, Light, State
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.links import address_of
from luoshi.edge.web.pages import page
from luoshi.edge.web.words import due

from .finding import seen

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

ROWS = 50
# What is in hand can show these; blue is for what is done.
SHOWN_LIGHTS = (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)


def row_of(task: "Task") -> dict[str, Any]:
    """Return what a line shows of a task."""
    light = Light(task.light) if task.light else None
    return {
        "number": task.pk,
        "title": task.title,
        "link": address_of("task", number=task.pk),
        "state": STATE_LABELS[State(task.state)],
        "light": light,
        "light_word": LIGHT_LABELS[light] if light else "",
        "due_on": task.deadline_on,
        "due": due(task.deadline_on, localdate()) if task.deadline_on else "",
        "owner": task.owner,
    }


@require_safe
@members
def tasks_in_hand(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """List what the organization has in hand, ``?light=red`` of it, ``?scope=below`` with all below; ``after`` turns."""
    one = seen(viewer, number)
    all_below = request.GET.get("scope") == "below"
    everything = in_hand(one, all_below=all_below).select_related("owner")
    counts = by_light(everything)
    light = _light(request.GET.get("light", ""))
    shown = everything.filter(light=light) if light else everything
    after = request.GET.get("after", "")
    turned = shown.filter(pk__lt=int(after)) if after.isdecimal() and len(after) < 19 else shown
    rows = list(turned[: ROWS + 1])
    context = {
        "one": one,
        "all_below": all_below,
        "light": light,
        "lights": [(each, LIGHT_LABELS[each], counts.get(each, 0)) for each in SHOWN_LIGHTS],
        "count": counts.get(light, 0) if light else sum(counts.values()),
        "total": sum(counts.values()),
        "tasks": [row_of(task) for task in rows[:ROWS]],
        "more": rows[ROWS - 1].pk if len(rows) > ROWS else None,
    }
    return page(request, "organizations/tasks.html", context)


def _light(text: str) -> Light | None:
    """Return the light of that name, nothing for none. Raises ``Http404`` for another word."""
    if not text:
        return None
    if text not in SHOWN_LIGHTS:
        raise Http404
    return Light(text)
