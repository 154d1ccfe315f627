"""The list of deployments, bringing a new one, and the page on which one is reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page, wants_fragment
from luoshi.edge.web.reading.forms import DocumentForm
from luoshi.edge.web.reading.source import Source
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import search, subtree
from luoshi.plan.deployments.actions import deploy
from luoshi.plan.deployments.parties import KIND_WORDS
from luoshi.plan.deployments.queries import coverages, reachable

from .finding import on_deployment, own_organizations
from .questions import all_of
from .rows import Asked
from .scene import UNPROCESSABLE, back, one_row, whole
from .words import sentence

if TYPE_CHECKING:
    from luoshi.plan.deployments.models import Deployment

SHOWN = 50
SUGGESTED = 8


@members
@require_http_methods(["GET", "HEAD", "POST"])
def deployments(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List the deployments within reach, the newest first (GET), or put a document into force (POST)."""
    if request.method == "POST":
        return _registered(request, viewer)
    older = request.GET.get("before", "")
    found = (
        reachable(viewer.paths).filter(pk__lt=int(older)) if older.isdecimal() else reachable(viewer.paths)
    )
    shown = list(found[: SHOWN + 1])
    listed = shown[:SHOWN]
    context = {
        "deployments": listed,
        "coverages": coverages(listed),
        "older": listed[-1].pk if len(shown) > SHOWN else None,
        "may_deploy": bool(viewer.held),
    }
    return page(request, "deployments/list.html", context)


@members
@require_safe
def new_deployment(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask for a document to put into force."""
    return _asked(request, own_organizations(viewer), DocumentForm())


@members
@on_deployment
@require_safe
def deployment(request: HttpRequest, viewer: Viewer, deployment: Deployment) -> HttpResponse:
    """Show the review; ``?draft=3`` opens one, ``&focus=owners`` its field, ``&month=2026-07`` turns its calendar."""
    draft = request.GET.get("draft", "")
    asked = Asked(
        place=int(draft) if draft.isdecimal() and len(draft) < 9 else 0,
        focus=request.GET.get("focus", ""),
        month=request.GET.get("month", ""),
    )
    if asked.place and wants_fragment(request):
        return one_row(request, viewer, deployment, asked, part="month" if asked.month else "row")
    return whole(request, viewer, deployment, asked)


@members
@on_deployment
@require_safe
def unit_suggestions(request: HttpRequest, _viewer: Viewer, deployment: Deployment) -> HttpResponse:
    """Suggest units for the last word that is being typed: single ones, and all of a kind below them."""
    typed = next((value for value in request.GET.dict().values() if value), "")
    word = typed.replace("，", "、").rpartition("、")[2].strip()
    found = search(word, [deployment.organization.path], SUGGESTED)
    context = {"units": [_unit(each) for each in found], "everyone": _everyone(found), "word": word}
    return page(request, "deployments/suggestions.html", context)


def _unit(unit: Organization) -> tuple[str, str]:
    return unit.name, unit.short_name if unit.short_name != unit.name else ""


def _everyone(found: list[Organization]) -> list[tuple[str, int]]:
    """Return the words for all of a kind below each unit found, and how many those are."""
    offers = []
    for unit in [each for each in found if each.numchild][:3]:
        kinds = subtree(unit).filter(Q(dissolved_on=None) & ~Q(pk=unit.pk)).values_list("kind", flat=True)
        present = list(kinds)
        offered = dict.fromkeys(kind for _word, kind in KIND_WORDS if kind in present)
        offers += [(all_of(kind, unit.name), present.count(kind)) for kind in offered]
    return offers


def _registered(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    own = own_organizations(viewer)
    form = DocumentForm(request.POST, request.FILES)
    wanted = request.POST.get("organization", "")
    organization = next((each for each in own if str(each.pk) == wanted), None)
    if organization is None and form.is_valid():
        form.add_error(None, _("还没有选由哪个组织部署：请选一个您有岗位的组织。"))
    if not form.is_valid() or organization is None:
        return _asked(request, own, form, status=UNPROCESSABLE)
    source: Source = form.cleaned_data["source"]
    name = source.name or _("粘贴的文字")
    try:
        made = deploy(source.text, name, organization=organization, by=viewer.person, at=timezone.now())
    except Refusal as refusal:
        form.add_error("text" if request.POST.get("text", "").strip() else "document", sentence(refusal))
        return _asked(request, own, form, status=UNPROCESSABLE)
    onward = back(made, "drafts")
    if wants_fragment(request):
        # A form that a script sent would get the review without its style sheet and its script.
        return HttpResponse(status=204, headers={"HX-Redirect": onward["Location"]})
    return onward


def _asked(
    request: HttpRequest, own: list[Organization], form: DocumentForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "own": own,
        "chosen": form.data.get("organization", ""),
        "refusals": form.refusals,
        "refused": dict(reversed(form.refusals)),
        "pasted": form.data.get("text", ""),
    }
    return page(request, "deployments/new.html", context, status=status)
