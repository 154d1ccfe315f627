"""What did not go out, for the system administrator: who, which way, why, and the button to try again."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.notice_policy import site_notices
from luoshi.edge.notices.actions import retry
from luoshi.edge.notices.queries import by_stage, delivery, unsettled
from luoshi.edge.notices.reasons import REASONS
from luoshi.edge.notices.stages import Stage
from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.accounts.models import Office

PAGE = 50


@require_safe
@offices(Office.SYSTEM)
def deliveries(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show fifty deliveries that failed or are unclear, the newest first."""
    return _deliveries(request, viewer)


@require_POST
@offices(Office.SYSTEM)
def attempt(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Let a delivery be tried again."""
    if delivery(number) is None:
        raise Http404
    try:
        retry(number, by=viewer.person.pk, at=datetime.now(UTC))
    except Refusal as refusal:
        return _deliveries(request, viewer, refused=sentence(refusal))
    messages.success(request, _("已排队重发，十分钟内发出；休息时间内会等到工作时间。"))
    return redirect("system_deliveries")


def _deliveries(request: HttpRequest, _viewer: Viewer, refused: str = "") -> HttpResponse:
    said = request.GET.get("after", "")
    found = unsettled(after=int(said) if said.isdecimal() and len(said) < 19 else 0, limit=PAGE + 1)
    shown, counts = found[:PAGE], by_stage()
    context = {
        "deliveries": shown,
        "older": shown[-1].pk if len(found) > PAGE else None,
        "counts": [(each.label, counts.get(each.value, 0)) for each in Stage],
        "channels": {each.name: each.label for each in site_notices().channels},
        "reasons": REASONS,
        "refused": refused,
    }
    return page(request, "notices/deliveries.html", context, status=422 if refused else 200)
