"""Files that a page gives."""

from typing import cast

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from luoshi.edge.exchange.attachments import opened

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(name: str, content: bytes) -> HttpResponse:
    """Return a workbook to be saved under that name, which no browser opens by itself."""
    disposition = content_disposition_header(True, f"{name}.xlsx") or "attachment"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})


def kept_file(name: str, digest: str, media: str) -> HttpResponse:
    """Return the file that is kept under the digest: to be saved, never to be shown. Raises ``Http404`` where none is."""
    try:
        stream = opened(digest)
    except FileNotFoundError as fault:
        raise Http404 from fault
    answer = FileResponse(stream, as_attachment=True, filename=name, content_type=media)
    answer["Cache-Control"] = "private, no-store"
    return cast("HttpResponse", answer)
