"""Last year's ledger in the browser: brought or pasted, recognized, judged cell by cell, then imported as a job.

What was read goes back with the page, signed and compressed, so that what is confirmed is what was shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core import signing
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from luoshi.core.formats import Unreadable, address
from luoshi.edge.exchange.ledgers import FIELDS, Foreseen, Sheet, foreseen, guessed, pasted, sheet_of
from luoshi.edge.exchange.ledgers.job import KIND, brought, kept
from luoshi.edge.exchange.ledgers.layout import plain
from luoshi.edge.exchange.ledgers.sheets import copied
from luoshi.edge.exchange.refusal_words import in_words
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, ActForm, either
from luoshi.edge.web.pages import page
from luoshi.ground.jobs.actions import start
from luoshi.ground.jobs.queries import last_given

from .finding import recorded_by

if TYPE_CHECKING:
    from luoshi.ground.organizations.models import Organization

MEGABYTE = 2**20
LIMIT = 5 * MEGABYTE
SHOWN = 100
HOUR = 3600


class LedgerForm(ActForm):
    """A ledger, as a file or as rows copied from one."""

    file = forms.FileField(
        label=gettext_lazy("Excel 台账"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("支部手里现成的台账就行，列名会自动认，不超过 5 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
    rows = forms.CharField(
        label=gettext_lazy("或从 Excel 里连表头复制，贴在这里"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": False}),
    )

    def clean(self) -> dict[str, Any]:
        """Read the ledger, whichever way it came."""
        cleaned = self.cleaned_data
        file, text = cleaned.get("file"), cleaned.get("rows", "")
        if file and (file.size or 0) > LIMIT:
            self.add_error("file", _("文件超过 5 MB：请拆成几份，一份一份导入。"))
        elif file:
            try:
                cleaned["sheet"] = sheet_of(file.read(), file.name)
            except Unreadable as refusal:
                self.add_error("file", in_words(refusal, _))
        elif text.strip():
            cleaned["sheet"] = pasted(text)
        else:
            self.add_error("file", _("没有选文件，也没有贴内容：请选一样。"))
        return cleaned


@either
@members
def ledger(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Ask for a ledger (GET); judge it, or judge it once more with other columns (POST)."""
    organization = recorded_by(viewer, number)
    if request.method != "POST":
        return _asked(request, organization, LedgerForm())
    if "kept" in request.POST:
        sheet = _kept(request, viewer, organization)
        if sheet is None:
            return _stale(request, organization)
        return _shown(request, viewer, organization, sheet, _chosen(request, sheet))
    form = LedgerForm(request.POST, request.FILES)
    if not form.is_valid():
        return _asked(request, organization, form)
    sheet = form.cleaned_data["sheet"]
    remembered = last_given(KIND, viewer.person).get("titles", {})
    return _shown(request, viewer, organization, sheet, guessed(sheet.titles, remembered))


@require_POST
@members
def importing(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Begin to import what was previewed, and lead to its progress; how the columns were read is remembered."""
    organization = recorded_by(viewer, number)
    sheet = _kept(request, viewer, organization)
    if sheet is None:
        return _stale(request, organization)
    layout = _chosen(request, sheet)
    titles = {name: plain(sheet.titles[place - 1]) for name, place in layout.items()}
    given = {"organization": organization.pk, "layout": layout, "titles": titles}
    files = {"ledger": ContentFile(brought(sheet))}
    job = start(KIND, by=viewer.person, at=now(), given=given, brought=files)
    answer: HttpResponseRedirect = redirect("job", number=job.pk)
    return answer


def _kept(request: HttpRequest, viewer: Viewer, organization: Organization) -> Sheet | None:
    try:
        data = signing.loads(request.POST.get("kept", ""), salt=_salt(viewer, organization), max_age=HOUR)
    except signing.BadSignature:
        return None
    return kept(data.encode())


def _salt(viewer: Viewer, organization: Organization) -> str:
    return f"ledger:{viewer.account.pk}:{organization.pk}"


def _chosen(request: HttpRequest, sheet: Sheet) -> dict[str, int]:
    """Return the columns that were chosen, each field with one that there is."""
    said = {field.name: request.POST.get(f"column-{field.name}", "") for field in FIELDS}
    columns = range(1, len(sheet.titles) + 1)
    return {name: int(text) for name, text in said.items() if text.isdecimal() and int(text) in columns}


def _asked(request: HttpRequest, organization: Organization, form: LedgerForm) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "activities/ledger.html", {"one": organization, "form": form}, status=status)


def _stale(request: HttpRequest, organization: Organization) -> HttpResponse:
    form = LedgerForm({}, {})
    form.full_clean()
    form.errors.clear()
    form.add_error("file", _("预览已超过一小时，或不是您的：请重新选文件预览。"))
    return _asked(request, organization, form)


def _shown(
    request: HttpRequest, viewer: Viewer, organization: Organization, sheet: Sheet, layout: dict[str, int]
) -> HttpResponse:
    found = foreseen(sheet, layout, organization, at=now())
    signed = signing.dumps(brought(sheet).decode(), salt=_salt(viewer, organization), compress=True)
    context = {
        "one": organization,
        "found": found,
        "kept": signed,
        "columns": [(place, _title(place, title)) for place, title in enumerate(sheet.titles, 1)],
        "fields": [(field, layout.get(field.name, 0)) for field in FIELDS],
        "unmapped": [
            _("没有认出“%(label)s”是哪一列：请选一列，再看一次预览。") % {"label": _(name)}
            for name in found.unmapped
        ],
        "faults": [(each.cell, _said(each)) for each in found.faults[:SHOWN]],
        "left": max(0, len(found.faults) - SHOWN),
        "mending": _mending(sheet, found),
    }
    return page(request, "activities/ledger_preview.html", context)


def _said(verdict: Any) -> str:
    """Return the verdict in words, the label of a column in the reader's language too."""
    facts = verdict.facts
    label = facts.get("label")
    if label:
        facts["label"] = _(label)
    words: str = verdict.in_words(_)
    return words


def _title(place: int, title: str) -> str:
    return f"{address(1, place)[:-1]} {title.strip()}"


def _mending(sheet: Sheet, found: Foreseen) -> str:
    """Return the rows that are refused, with the header, to be mended and pasted once more."""
    rows = sorted({each.row for each in found.faults})
    return copied([sheet.titles, *(sheet.rows[row] for row in rows)]) if rows else ""
