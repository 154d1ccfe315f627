"""The desk: what its viewer must do now, what is late below, what changed. Nothing else, on one screen."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members, signed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.shell import rail

from .lists import Item, changed, in_person, overdue, owed_this_month, to_do

SHOWN, ALL = 10, 200
LISTS = {"todo": to_do, "changes": changed, "owed": owed_this_month}


@require_safe
@signed_in
def desk(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show the desk of whoever signed in; a system office sees the way to its pages, and no business."""
    if viewer.office is not None:
        ways = [entry for group in rail(viewer).values() for entry in group if entry.route != "home"]
        return page(request, "desk/office.html", {"ways": ways})
    today = localdate()
    mine, (late, count), news = (
        to_do(viewer, today, SHOWN + 1),
        overdue(viewer, today, SHOWN),
        changed(viewer, today, SHOWN + 1),
    )
    owed = owed_this_month(viewer, today, SHOWN + 1)
    # What the viewer must do himself stands on the left already; nobody urges himself.
    own = {each.link for each in mine[:SHOWN]}
    below = [each for each in late if each.link not in own]
    taken_up = in_person(viewer, SHOWN + 1)
    docket = {
        "name": _("我亲自抓的"),
        "items": taken_up[:SHOWN],
        "nothing": "",
        "more": reverse("docket") if len(taken_up) > SHOWN else "",
        "all": _("看全部"),
    }
    lists = (
        _listed("todo", _("待我办"), mine, _("今天没有待办")),
        *([_listed("owed", _("本月应尽"), owed, "")] if owed else []),
        {
            "name": _("我管的逾期"),
            "items": below,
            "nothing": _("逾期的都在“待我办”里") if late else _("没有逾期的任务"),
            "more": f"{reverse('tasks')}?side=owner&late=1" if late else "",
            "all": _("看全部 %(count)s 件") % {"count": count},
        },
        *([docket] if taken_up else []),
        _listed("changes", _("昨天以来"), news, _("昨天以来没有变化")),
    )
    return page(request, "desk/desk.html", {"lists": lists})


@require_safe
@members
def desk_list(request: HttpRequest, viewer: Viewer, part: str) -> HttpResponse:
    """Show one of the lists in full length."""
    if part not in LISTS:
        raise Http404
    items = LISTS[part](viewer, localdate(), ALL)
    name = {"todo": _("待我办"), "owed": _("本月应尽")}.get(part, _("昨天以来"))
    return page(request, "desk/list.html", {"name": name, "items": items, "bound": ALL})


def _listed(part: str, name: str, items: list[Item], nothing: str) -> dict[str, object]:
    more = reverse("desk_list", kwargs={"part": part}) if len(items) > SHOWN else ""
    return {"name": name, "items": items[:SHOWN], "nothing": nothing, "more": more, "all": _("看全部")}
