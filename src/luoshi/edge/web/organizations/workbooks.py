"""Workbooks of organizations and people in the browser: template, export, and an import in two steps.

First the file is read and every cell judged, and nothing is written. What was read goes back with the
page, signed and compressed, so that what is confirmed is what was shown, and nothing waits on the server.
"""

from base64 import b64decode, b64encode
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from luoshi.core.formats import Unreadable
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange import workbooks as books
from luoshi.edge.exchange.refusal_words import in_words
from luoshi.edge.exchange.workbooks import Preview, importing
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, ActForm, either
from luoshi.edge.web.downloads import workbook
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.queries import reachable
from luoshi.ground.people.staff import at_home_within

from .importing import AT_ONCE, leave_to_job
from .importing import foreseen as foreseen_by

KINDS = {"organizations": gettext_lazy("组织"), "people": gettext_lazy("人员")}
MEGABYTE = 2**20
LIMIT = 5 * MEGABYTE
SHOWN = 200
SALT = "workbook"
# Whoever looks at a preview for longer than this is looking at the past.
HOUR = 3600


class WorkbookForm(ActForm):
    """A workbook of organizations or people."""

    which = forms.ChoiceField(label=gettext_lazy("导入什么"), choices=list(KINDS.items()))
    file = forms.FileField(
        label=gettext_lazy("Excel 文件"),
        allow_empty_file=True,
        help_text=gettext_lazy("按模板填好的文件，不超过 5 MB；更大的请系统管理员在服务器上导入。"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse a file that is too big to go back and forth."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LIMIT:
            raise forms.ValidationError(
                _("文件有 %(size).1f MB，超过 5 MB 的上限：请拆成几份，或请系统管理员在服务器上导入。")
                % {"size": (file.size or 0) / MEGABYTE}
            )
        return file


@either
@members
def workbooks(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Offer templates and exports and ask for a file (GET); read it and show what importing it would do (POST)."""
    if request.method != "POST":
        return _asked(request, viewer, WorkbookForm())
    _refuse_nobody(viewer)
    form = WorkbookForm(request.POST, request.FILES)
    if form.is_valid():
        file, which = form.cleaned_data["file"], form.cleaned_data["which"]
        data = file.read()
        try:
            foreseen = foreseen_by(viewer, which, data, file.name)
        except Unreadable as refusal:
            form.add_error("file", in_words(refusal, _))
        else:
            kept = {"which": which, "name": file.name, "data": b64encode(data).decode()}
            signed = signing.dumps(kept, salt=_salt(viewer), compress=True)
            return _shown(request, foreseen, which, file.name, signed)
    return _asked(request, viewer, form)


@require_POST
@members
def confirmation(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Import what was previewed, all or nothing; where that no longer fits, show the preview as it is now."""
    _refuse_nobody(viewer)
    try:
        kept = signing.loads(request.POST.get("kept", ""), salt=_salt(viewer), max_age=HOUR)
    except signing.BadSignature:
        form = WorkbookForm({"which": request.POST.get("which", "")}, {})
        form.full_clean()
        form.errors.clear()
        form.add_error("file", _("预览已超过一小时，或不是您的：请重新选文件预览。"))
        return _asked(request, viewer, form)
    which, name, data = kept["which"], kept["name"], b64decode(kept["data"])
    foreseen = foreseen_by(viewer, which, data, name)
    if foreseen.refused:
        return _shown(request, foreseen, which, name, request.POST["kept"], status=UNPROCESSABLE)
    if len(foreseen.rows) > AT_ONCE:
        return redirect("job", number=leave_to_job(viewer, which, data, name).pk)
    try:
        importing.commit(which, data, name, by=viewer.person.pk, at=now())
    except Refusal as refusal:
        return _shown(
            request, foreseen, which, name, request.POST["kept"], status=UNPROCESSABLE, why=sentence(refusal)
        )
    new, changed, same, _refused = foreseen.counts
    said = _("已导入“%(name)s”：新增 %(new)d 行，修改 %(changed)d 行，不变 %(same)d 行。")
    messages.success(request, said % {"name": name, "new": new, "changed": changed, "same": same})
    return redirect("organizations" if which == "organizations" else "workbooks")


@require_safe
@members
def template(_request: HttpRequest, _viewer: Viewer, which: str) -> HttpResponse:
    """Give an empty workbook to fill in."""
    return workbook(_("%(kind)s导入模板") % {"kind": _kind(which)}, _book(which).template())


@require_safe
@members
def export(_request: HttpRequest, viewer: Viewer, which: str) -> HttpResponse:
    """Give what is within reach as a workbook, whose import changes nothing."""
    name = f"{_kind(which)}{localdate().isoformat()}"
    if which == "organizations":
        return workbook(name, books.organizations.export(reachable(viewer.paths)))
    return workbook(name, books.people.export(at_home_within(viewer.paths)))


def _asked(request: HttpRequest, viewer: Viewer, form: WorkbookForm) -> HttpResponse:
    context = {"form": form, "kinds": KINDS.items(), "may_import": bool(viewer.kept)}
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "organizations/workbooks.html", context, status=status)


def _shown(
    request: HttpRequest,
    foreseen: Preview[Any],
    which: str,
    name: str,
    kept: str,
    *,
    status: int = 200,
    why: str = "",
) -> HttpResponse:
    notable = foreseen.notable
    context = {
        "which": which,
        "kind": _kind(which),
        "name": name,
        "kept": kept,
        "why": why,
        "refused": len(foreseen.refused),
        "counts": dict(zip(("new", "changed", "same", "refused"), foreseen.counts, strict=True)),
        "verdicts": [(each.cell, each.kind.value, each.in_words(_)) for each in notable[:SHOWN]],
        "left": max(0, len(notable) - SHOWN),
    }
    return page(request, "organizations/preview.html", context, status=status)


def _refuse_nobody(viewer: Viewer) -> None:
    if not viewer.kept:
        raise Http404


def _salt(viewer: Viewer) -> str:
    return f"{SALT}:{viewer.account.pk}"


def _kind(which: str) -> str:
    if which not in KINDS:
        raise Http404
    return str(KINDS[which])


def _book(which: str) -> Any:
    return {"organizations": books.organizations, "people": books.people}[which]
