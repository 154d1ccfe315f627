"""Files that a page gives."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(name: str, content: bytes) -> HttpResponse:
    """Return a workbook to be saved under that name, which no browser opens by itself."""
    disposition = content_disposition_header(True, f"{name}.xlsx") or "attachment"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})
