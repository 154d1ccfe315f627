"""One branch on one page 一支部一页: what it is, who is in it, what it has in hand, what happened."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.act.tasks.queries import by_light, helping, in_hand
from luoshi.core.lifecycle import LIGHT_LABELS, Light
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.activities.alongside import alongside
from luoshi.edge.web.activities.life import lately
from luoshi.edge.web.choosing import label
from luoshi.edge.web.owing_lines import lines
from luoshi.edge.web.pages import page
from luoshi.edge.web.telling import told
from luoshi.ground.ledger.queries import latest
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import ancestors, children_of
from luoshi.ground.people.staff import at_home, chains_of_posts, seats
from luoshi.plan.deployments.queries import deployed_by
from luoshi.plan.duties.queries.lists import lists_at
from luoshi.plan.obligations.queries import open_now

from .finding import seen
from .tasks import SHOWN_LIGHTS, row_of

FIRST = 10
CHILDREN = 30
TOLD = 20
HELD = 5


@require_safe
@members
def organization(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show the page of one organization within reach."""
    one = seen(viewer, number)
    today = localdate()
    context = {
        "one": one,
        "above": [(each, viewer.sees(each.path)) for each in ancestors(one)],
        "term_ends_on": one.term_ends_on,
        "today": today,
        "seats": seats(one, today),
        "listed": lists_at(one, today.year),
        "people": list(at_home(one)),
        "may_open": bool(viewer.held) and one.dissolved_on is None,
        "may_change": viewer.keeps(one.path) and one.dissolved_on is None,
        "may_reshape": viewer.reshapes(one.path) and one.dissolved_on is None,
        "held": lately(one, today, HELD),
        **alongside(viewer, one, today.year),
        **_below(one),
        **_work(one),
        "owing": lines(open_now([one], today), today, viewer.keeps),
        "story": told(latest([one.chain, *chains_of_posts(one)], TOLD)),
    }
    return page(request, "organizations/one.html", context)


def _below(one: Organization) -> dict[str, Any]:
    children = children_of([one]) if one.numchild else []
    return {"children": children[:CHILDREN], "more_children": len(children) - CHILDREN}


def _work(one: Organization) -> Mapping[str, Any]:
    """Return what it has in hand by light, the first of it, and what it has deployed."""
    mine = in_hand(one)
    lights, helped = by_light(mine), helping(one)
    deployed = list(deployed_by(one)[: FIRST + 1])
    return {
        "lights": [(each, LIGHT_LABELS[each], lights.get(each, 0)) for each in SHOWN_LIGHTS],
        "in_hand": sum(lights.get(each, 0) for each in Light),
        "tasks": [row_of(task) for task in mine.select_related("owner")[:FIRST]],
        "helping": helped.count(),
        "helped": [row_of(task) for task in helped.select_related("owner")[:FIRST]],
        "labelled": label(one),
        "deployed": deployed[:FIRST],
        "more_deployed": len(deployed) > FIRST,
    }
