"""Files that a page gives."""

from typing import cast

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from luoshi.edge.exchange.attachments import opened

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def workbook(name: str, content: bytes) -> HttpResponse:
    """Return a workbook to be saved under that name, which no browser opens by itself."""
    return _saved(f"{name}.xlsx", content, XLSX)


def document(name: str, content: bytes) -> HttpResponse:
    """Return a Word document to be saved under that name, which no browser opens by itself."""
    return _saved(f"{name}.docx", content, DOCX)


def _saved(name: str, content: bytes, media: str) -> HttpResponse:
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": disposition})


def kept_file(name: str, digest: str, media: str) -> HttpResponse:
    """Return the file that is kept under the digest: to be saved, never to be shown. Raises ``Http404`` where none is."""
    try:
        stream = opened(digest)
    except FileNotFoundError as fault:
        raise Http404 from fault
    answer = FileResponse(stream, as_attachment=True, filename=name, content_type=media)
    answer["Cache-Control"] = "private, no-store"
    return cast("HttpResponse", answer)
