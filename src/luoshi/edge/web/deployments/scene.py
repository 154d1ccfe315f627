"""The review page as a whole and in parts: what every view of it gathers, and how each act is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer
from luoshi.edge.web.pages import page, wants_fragment
from luoshi.plan.deployments.review import Review, review

from .document import MARKS, clause_marks, document
from .finding import may_act
from .questions import day_questions, name_questions
from .rows import Asked, groups, row
from .words import UNDONE, sentence

if TYPE_CHECKING:
    from luoshi.plan.deployments.models import Deployment

UNPROCESSABLE = 422


def whole(
    request: HttpRequest, viewer: Viewer, deployment: Deployment, asked: Asked, *, status: int = 200
) -> HttpResponse:
    """Show the whole review page."""
    found, today = review(deployment, viewer.person), localdate()
    context = _shared(viewer, found)
    context |= {
        "blocks": document(found),
        "groups": groups(found, context["clause_marks"], today, asked),
        "names": name_questions(found),
        "days": day_questions(found, today),
        "asked": asked,
        "chosen": request.GET.get("select", ""),
    }
    return page(request, "deployments/review.html", context, status=status)


def one_row(
    request: HttpRequest, viewer: Viewer, deployment: Deployment, asked: Asked, *, part: str = "row"
) -> HttpResponse:
    """Answer HTMX with a row, or with ``part`` saved only its line; bar and mark come along."""
    found, today = review(deployment, viewer.person), localdate()
    draft = next((each for each in found.drafts if each.place == asked.place), None)
    if draft is None:
        return whole(request, viewer, deployment, asked)
    context = _shared(viewer, found)
    context |= {
        "row": row(found, draft, today, asked),
        "mark": context["clause_marks"].get(str(draft.clause.place), "") if draft.clause else "",
        "part": part,
        "asked": asked,
        "chosen": "",
    }
    status = UNPROCESSABLE if asked.refusal else 200
    return page(request, "deployments/answer.html", context, status=status)


def answered(
    request: HttpRequest,
    viewer: Viewer,
    deployment: Deployment,
    act: Callable[[], object],
    *,
    asked: Asked | None = None,
    part: str = "row",
) -> HttpResponse:
    """Do the act and go on where it happened; a refusal shows the page again, with everything typed."""
    place = asked or Asked()
    try:
        act()
    except Refusal as refusal:
        refused = replace(place, refusal=sentence(refusal))
        if place.place and wants_fragment(request):
            return one_row(request, viewer, deployment, refused, part=part)
        return whole(request, viewer, deployment, refused, status=UNPROCESSABLE)
    if place.place and wants_fragment(request):
        kept = place if part == "saved" else Asked(place=place.place)
        return one_row(request, viewer, deployment, replace(kept, typed=None, said={}), part=part)
    return back(deployment, f"t{place.place}" if place.place else "drafts")


def say(request: HttpRequest, words: str) -> None:
    """Let the next page of a review say what happened."""
    messages.info(request, words)


def back(deployment: Deployment, anchor: str) -> HttpResponse:
    """Return to the review page, to one place in it."""
    return redirect(f"{reverse('deployment', kwargs={'number': deployment.pk})}#{anchor}")


def _shared(viewer: Viewer, found: Review) -> dict[str, Any]:
    undoable = found.undoable
    coverage = found.coverage
    outside = [draft for draft in found.drafts if draft.clause_id is None and draft.is_open]
    return {
        "deployment": found.deployment,
        "may_act": may_act(viewer, found.deployment),
        "coverage": coverage,
        "share": round(100 * (coverage.counted - len(coverage.open)) / coverage.counted)
        if coverage.counted
        else 0,
        "outside": len(outside),
        "full": not coverage.open,
        "clause_marks": clause_marks(coverage),
        "mark_words": {mark: _(word) for mark, word in MARKS.items()},
        "waiting": len(found.waiting),
        "undoable": _(UNDONE[undoable.verb]) if undoable else "",
    }
