"""The rounds of every day for whoever keeps the system: when each was made last, and a button for when a timer failed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from luoshi.edge.notices.queries import last_edition
from luoshi.edge.ops.home import LAST_SWEEP
from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.pages import page
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.actions import start
from luoshi.ground.jobs.queries import newest

KINDS = ("sweep", "notices", "files")


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its name, what it does, when it was made last, the command that a timer runs."""

    which: str
    title: str
    does: str
    last_at: datetime | None
    command: str


@offices(Office.SYSTEM)
@require_safe
def rounds(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """Show the rounds, each with its button."""
    return page(request, "keeping/rounds.html", {"rounds": _rounds()})


@offices(Office.SYSTEM)
@require_POST
def round_(_request: HttpRequest, viewer: Viewer, which: str) -> HttpResponse:
    """Begin a round, and lead to its progress."""
    if which not in KINDS:
        raise Http404
    return redirect("job", number=start(f"rounds.{which}", by=viewer.person, at=now()).pk)


def _rounds() -> list[Round]:
    edition, cleared = last_edition(), newest("rounds.files", ended=True)
    return [
        Round(
            "sweep",
            _("巡检"),
            _("按今天重新亮灯，发出到期的督办；重复执行不会重复督办。"),
            _touched(),
            "luoshi sweep",
        ),
        Round(
            "notices",
            _("晨报和发送"),
            _("工作日早上写晨报，把待发的发出去；重复执行不会重复发。"),
            edition.at if edition else None,
            "luoshi notify",
        ),
        Round(
            "files",
            _("清理无主附件"),
            _("传上来一天以后仍没有用在任何任务上的文件，从磁盘上删去，并记入账本；luoshi sweep 也会清理。"),
            cleared.ended_at if cleared else None,
            "luoshi sweep",
        ),
    ]


def _touched() -> datetime | None:
    mark = Path(settings.LUOSHI_HOME) / LAST_SWEEP
    return datetime.fromtimestamp(mark.stat().st_mtime, UTC) if mark.exists() else None
