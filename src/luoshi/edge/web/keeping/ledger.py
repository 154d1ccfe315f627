"""The ledger for the auditor: verified as a whole, its seals, the proof of one entry. What entries are about is not shown."""

import json
from dataclasses import asdict

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.jobs.shown import whole
from luoshi.edge.web.pages import page
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.actions import start
from luoshi.ground.jobs.queries import newest
from luoshi.ground.ledger.models import CHAIN_LENGTH, Entry
from luoshi.ground.ledger.queries import inclusion_proof, newest_seals, seals_made

SEALS = 60
UNPROCESSABLE = 422


class ProofForm(forms.Form):
    """Which entry is to be proved, by its chain and its place there."""

    chain = forms.CharField(
        label=gettext_lazy("账本链（如 task:12）"),
        max_length=CHAIN_LENGTH,
        error_messages={"required": gettext_lazy("请填账本链，例如 task:12。")},
    )
    sequence = forms.IntegerField(
        label=gettext_lazy("第几条"),
        min_value=1,
        max_value=2**31 - 1,
        error_messages={
            "required": gettext_lazy("请填第几条，从 1 数起。"),
            "invalid": gettext_lazy("“第几条”要填数字，从 1 数起。"),
            "min_value": gettext_lazy("“第几条”要填数字，从 1 数起。"),
            "max_value": gettext_lazy("没有这么多条：请核对是第几条。"),
        },
    )


@offices(Office.AUDIT)
@require_safe
def ledger(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what the last verification found, the newest seals, and how to prove one entry."""
    return _shown(request, viewer, ProofForm())


@offices(Office.AUDIT)
@require_POST
def verification(_request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Begin to verify the whole ledger, and lead to its progress."""
    return redirect("job", number=start("ledger.verification", by=viewer.person, at=timezone.now()).pk)


@offices(Office.AUDIT)
@require_POST
def export(_request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Begin to write the ledger as a table, and lead to its progress."""
    return redirect("job", number=start("ledger.export", by=viewer.person, at=timezone.now()).pk)


@offices(Office.AUDIT)
@require_safe
def proof(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Hand out the proof that an entry stands under its seal; say why where there is none."""
    form = ProofForm(request.GET)
    if not form.is_valid():
        return _shown(request, viewer, form, status=UNPROCESSABLE)
    chain, sequence = form.cleaned_data["chain"], form.cleaned_data["sequence"]
    entry = Entry.objects.filter(chain=chain, sequence=sequence).first()
    if entry is None:
        form.add_error("sequence", _("账本里没有这一条：请核对账本链和第几条。"))
        return _shown(request, viewer, form, status=UNPROCESSABLE)
    found = inclusion_proof(entry)
    if found is None:
        form.add_error("sequence", _("这一条还没有日封：当天的记录次日封存后才能出具证明。"))
        return _shown(request, viewer, form, status=UNPROCESSABLE)
    # The digest is what the tree holds; what the entry says belongs to those whose business it is.
    told = {
        "entry": {"chain": chain, "sequence": sequence, "digest": entry.digest, "algorithm": entry.algorithm},
        "index": found.index,
        "path": found.path,
        "seal": {**asdict(found.seal), "day": found.seal.day.isoformat()},
    }
    name = f"{chain}-{sequence}.json".replace(":", "-").replace("/", "-")
    return HttpResponse(
        json.dumps(told, ensure_ascii=False, indent=2),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, name) or ""},
    )


def _shown(request: HttpRequest, viewer: Viewer, form: ProofForm, *, status: int = 200) -> HttpResponse:
    last = newest("ledger.verification", ended=True)
    context = {
        "form": form,
        "last": whole(last) if last else None,
        "mine": bool(last and last.by_id == viewer.person.pk),
        "seals": newest_seals(SEALS),
        "made": seals_made(),
        "entries": Entry.objects.count(),
    }
    return page(request, "keeping/ledger.html", context, status=status)
