"""What is shown, taken away as a workbook: all of it, not only the page, written as it is read."""

import tempfile
from typing import IO, Any, cast

from django.http import FileResponse, HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.act.tasks.table import throughout
from luoshi.edge.exchange.workbooks.tasks import write
from luoshi.edge.web.access import Viewer, members

from .asked import asked
from .words import light_words, origin_words, state_words

# Up to this size it stays in memory.
SPOOLED = 2**20


@require_safe
@members
def tasks_workbook(request: HttpRequest, viewer: Viewer) -> FileResponse:
    """Give every task that the address asks for as a workbook."""
    today = localdate()
    states, lights, origins = state_words(), light_words(), origin_words()

    def cells(row: Any) -> dict[str, Any]:
        shape, light = lights[row.light]
        said = {"state": states[row.state], "light": f"{shape} {light}".strip(), "origin": origins[row.origin]}
        progress = None if row.progress is None else f"{row.progress}%"
        return {**row._asdict(), **said, "progress": progress}

    found = throughout(asked(request.GET, viewer, today).wanted)
    file = cast("IO[bytes]", tempfile.SpooledTemporaryFile(SPOOLED))  # noqa: SIM115  # the answer closes it
    write(file, map(cells, found))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{_('督办台')}-{today.isoformat()}.xlsx")
