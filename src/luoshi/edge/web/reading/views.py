"""Reads a document for somebody. The answer is the reading; nothing is kept, nothing of it is logged."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from luoshi.core.reading import read
from luoshi.edge.exchange.reading_json import as_json
from luoshi.edge.exchange.reading_words import KINDS
from luoshi.edge.web.access import everyone
from luoshi.edge.web.pages import page
from luoshi.edge.web.reading.drafts import drafts, groups, uncovered
from luoshi.edge.web.reading.figures import figures
from luoshi.edge.web.reading.forms import DocumentForm
from luoshi.edge.web.reading.original import original
from luoshi.edge.web.reading.source import EXAMPLES, Source, example
from luoshi.edge.web.reading.words import MARKS, dated, remark

UNPROCESSABLE = 422
BARE = "○"


@everyone
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest) -> HttpResponse:
    """Ask for a document (GET), show an example (GET ``?example=``), or read what is posted.

    ``?show=all`` adds what only looks like a task; the button ``as=json`` gives the reading as a file.
    """
    if request.method == "POST":
        form = DocumentForm(request.POST, request.FILES)
        if not form.is_valid():
            return _asked(request, form, status=UNPROCESSABLE)
        source: Source = form.cleaned_data["source"]
        return _file(request, source) if request.POST.get("as") == "json" else _shown(request, source)
    if "example" in request.GET:
        try:
            return _shown(request, example(request.GET["example"]))
        except LookupError as error:
            raise Http404 from error
    return _asked(request, DocumentForm())


def _asked(request: HttpRequest, form: DocumentForm, *, status: int = 200) -> HttpResponse:
    context = {
        "refusals": form.refusals,
        "refused": dict(reversed(form.refusals)),
        "pasted": form.data.get("text", ""),
        "examples": EXAMPLES,
    }
    return page(request, "reading/start.html", context, status=status)


def _everything(request: HttpRequest) -> bool:
    return request.GET.get("show") == "all"


def _shown(request: HttpRequest, source: Source) -> HttpResponse:
    everything, today = _everything(request), timezone.localdate()
    found = read(source.text)
    shown = drafts(found, everything=everything, today=today)
    context = {
        "source": source,
        "reading": found,
        "issued_on": found.issued_on and dated(found.issued_on),
        "kind": KINDS[found.kind],
        "marks": MARKS,
        "figures": figures(found),
        "groups": groups(found, shown),
        "blocks": original(source.text, found, shown),
        "clause_marks": dict.fromkeys(uncovered(found), BARE),
        "mark_words": {BARE: _("这一条没有读出任务")},
        "notes": [remark(each) for each in found.conventions + found.warnings],
        "everything": everything,
    }
    return page(request, "reading/result.html", context)


def _file(request: HttpRequest, source: Source) -> HttpResponse:
    """The reading as the command line describes it, with the text, which pasted words have nowhere else."""
    name = source.name or _("粘贴的文字")
    described = as_json(name, read(source.text), everything=_everything(request), text=source.text)
    return HttpResponse(
        json.dumps(described, ensure_ascii=False, indent=2),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, f"{name}.json") or ""},
    )
