"""What is done on the review page. Each act is a noun posted to; each works with a script and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.ground.organizations.models import Organization
from luoshi.plan.deployments import actions
from luoshi.plan.deployments.parties import meaning_of
from luoshi.plan.deployments.queries import clause_at

from .finding import on_deployment
from .forms import TermsForm, shown_terms
from .rows import Asked
from .scene import answered, say
from .words import UNDONE

if TYPE_CHECKING:
    from luoshi.plan.deployments.models import Deployment, Draft


@members
@on_deployment
@require_POST
def draft(request: HttpRequest, viewer: Viewer, deployment: Deployment, place: int) -> HttpResponse:
    """Save what was typed about a draft."""
    return _on_draft(request, viewer, deployment, place, confirming=False)


@members
@on_deployment
@require_POST
def confirmation(request: HttpRequest, viewer: Viewer, deployment: Deployment, place: int) -> HttpResponse:
    """Confirm a draft, with what was typed about it."""
    return _on_draft(request, viewer, deployment, place, confirming=True)


def _on_draft(
    request: HttpRequest, viewer: Viewer, deployment: Deployment, place: int, *, confirming: bool
) -> HttpResponse:
    found = _draft_of(deployment, place)
    whom = Organization.objects.in_bulk([*found.owners, *found.co_units])
    typed = _with_choices(request.POST)
    form = TermsForm(typed, deployment.organization, shown_terms(found, whom), place)
    seen = {place: _number(request.POST.get("version", ""))}
    by, at = viewer.person, timezone.now()

    def act() -> None:
        if not form.is_valid():
            raise Refusal(_("有一处填得不对：请看标出的那一格。"))
        changes = form.changes()
        with transaction.atomic():
            if changes:
                made = actions.amend(deployment, [place], changes, by=by, at=at, seen=seen)
                seen[place] = made[0].version
            if confirming:
                actions.confirm_all(deployment, [place], by=by, at=at, seen=seen)

    has_terms = any(name in typed for name in form.fields)
    asked = Asked(place=place, typed=typed if has_terms else None)
    chose = "deadline_choice" in request.POST or "standard_choice" in request.POST
    return answered(
        request, viewer, deployment, act, asked=asked, part="row" if confirming or chose else "saved"
    )


def _with_choices(posted: QueryDict) -> dict[str, str]:
    """Return what was typed, in which a button that names a day or a standard outranks its field."""
    typed = {name: str(value) for name, value in posted.items()}
    for choice, field in (("deadline_choice", "deadline_on"), ("standard_choice", "standard")):
        if choice in typed:
            typed[field] = typed.pop(choice)
    return typed


@members
@on_deployment
@require_POST
def rejection(request: HttpRequest, viewer: Viewer, deployment: Deployment, place: int) -> HttpResponse:
    """Drop a draft for a reason."""
    why, by, at = request.POST.get("why", ""), viewer.person, timezone.now()
    return answered(
        request,
        viewer,
        deployment,
        lambda: actions.drop_all(deployment, [place], why=why, by=by, at=at, seen=_seen(request, place)),
        asked=Asked(place=place, said={"why": why}),
    )


@members
@on_deployment
@require_POST
def parts(request: HttpRequest, viewer: Viewer, deployment: Deployment, place: int) -> HttpResponse:
    """Split a draft, one line a part."""
    titles, by, at = request.POST.get("titles", "").splitlines(), viewer.person, timezone.now()
    seen = _seen(request, place)[place]
    return answered(
        request,
        viewer,
        deployment,
        lambda: actions.split(deployment, place, titles, by=by, at=at, seen=seen),
        asked=Asked(place=place, said=request.POST.dict()),
    )


@members
@on_deployment
@require_POST
def selection(request: HttpRequest, viewer: Viewer, deployment: Deployment) -> HttpResponse:
    """Do one thing to all that are chosen, each named ``place:version``."""
    chosen = [each.partition(":") for each in request.POST.getlist("chosen")]
    seen = {_number(place): _number(version) for place, _colon, version in chosen}
    places, by, at = list(seen), viewer.person, timezone.now()
    deed = request.POST.get("act", "")

    def amended() -> None:
        field = deed.removeprefix("set_")
        form = TermsForm(request.POST, deployment.organization, {})
        if not form.is_valid():
            raise Refusal(" ".join(str(said) for errors in form.errors.values() for said in errors))
        # An empty field for a whole selection is an oversight, not a wish to clear it.
        changes = {name: value for name, value in form.changes([field]).items() if value}
        if not changes:
            raise Refusal(_("还没有填要设成什么：请先填写，再点按钮。"))
        actions.amend(deployment, places, changes, by=by, at=at, seen=seen)

    deeds = {
        "confirm": lambda: actions.confirm_all(deployment, places, by=by, at=at, seen=seen),
        "merge": lambda: actions.merge(deployment, places, by=by, at=at, seen=seen),
        "suggest": lambda: actions.adopt_standards(deployment, places, by=by, at=at),
        "drop": lambda: actions.drop_all(
            deployment, places, why=request.POST.get("why", ""), by=by, at=at, seen=seen
        ),
        **dict.fromkeys(("set_deadline_on", "set_frequency", "set_owners", "set_standard"), amended),
    }
    if deed not in deeds:
        raise Http404
    return answered(request, viewer, deployment, deeds[deed], asked=Asked(said=request.POST.dict()))


@members
@on_deployment
@require_POST
def exemption(request: HttpRequest, viewer: Viewer, deployment: Deployment, place: int) -> HttpResponse:
    """Say why a clause needs no task."""
    why, by, at = request.POST.get("why", ""), viewer.person, timezone.now()
    return answered(
        request,
        viewer,
        deployment,
        lambda: actions.dismiss(clause_at(deployment, place), why=why, by=by, at=at),
        asked=Asked(said={"clause": str(place), "why": why}),
    )


@members
@on_deployment
@require_POST
def aliases(request: HttpRequest, viewer: Viewer, deployment: Deployment) -> HttpResponse:
    """Answer whom the written names mean; a name without an answer stays a question."""
    said = dict(zip(request.POST.getlist("name"), request.POST.getlist("meaning"), strict=False))

    def act() -> None:
        with transaction.atomic():
            for name, words in said.items():
                if words.strip():
                    organization, kind = meaning_of(deployment.organization, words)
                    actions.record_alias(
                        deployment,
                        name[:200],
                        organization,
                        each_kind=kind,
                        by=viewer.person,
                        at=timezone.now(),
                    )

    return answered(request, viewer, deployment, act, asked=Asked(said=said))


@members
@on_deployment
@require_POST
def restoration(request: HttpRequest, viewer: Viewer, deployment: Deployment) -> HttpResponse:
    """Take back one's own last act."""

    def act() -> None:
        undone = actions.undo(deployment, by=viewer.person, at=timezone.now())
        say(request, _("已撤回：%(what)s。") % {"what": _(UNDONE[undone.verb])})

    return answered(request, viewer, deployment, act)


@members
@on_deployment
@require_POST
def dispatch(request: HttpRequest, viewer: Viewer, deployment: Deployment) -> HttpResponse:
    """Dispatch everything confirmed."""

    def act() -> None:
        sent = actions.dispatch_confirmed(deployment, by=viewer.person, at=timezone.now())
        said = _("已交办 %(count)d 件任务，下一步由各承办单位签收。") % {"count": len(sent)}
        say(request, said)

    return answered(request, viewer, deployment, act)


def _draft_of(deployment: Deployment, place: int) -> Draft:
    found = deployment.drafts.filter(place=place).first()
    if found is None:
        raise Http404
    return found


def _seen(request: HttpRequest, place: int) -> dict[int, int]:
    return {place: _number(request.POST.get("version", ""))}


def _number(words: str) -> int:
    """Return the number, or one that no draft and no version has."""
    return int(words) if words.isdecimal() and len(words) < 9 else -1
