"""What is shown, taken away as a workbook: all of it, not only the page; rows are written while they are read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.act.tasks.table import throughout
from luoshi.edge.exchange.workbooks.tasks import export
from luoshi.edge.web.access import Viewer, members

from .asked import asked
from .words import light_words, origin_words, state_words

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@members
def tasks_workbook(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Give every task that the address asks for as a workbook."""
    today = localdate()
    states, lights, origins = state_words(), light_words(), origin_words()

    def cells(row: Any) -> dict[str, Any]:
        shape, light = lights[row.light]
        said = {
            "state": states[row.state],
            "light": f"{shape} {light}".strip(),
            "origin": origins[row.origin],
        }
        progress = None if row.progress is None else f"{row.progress}%"
        return {**row._asdict(), **said, "progress": progress}

    found = throughout(asked(request.GET, viewer, today).wanted)
    name = f"{_('督办台')}-{today.isoformat()}.xlsx"
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(export(map(cells, found)), content_type=KIND, headers=headers)
