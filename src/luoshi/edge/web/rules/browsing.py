"""What is laid down: rules with their sentence, citation and status; one rule with its worked cases."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from luoshi.core.rules import (
    KIND_LABELS,
    MODALITY_LABELS,
    PERFORMERS,
    STATUS_LABELS,
    Count,
    Pack,
    Rule,
    Status,
    work,
)
from luoshi.edge.exchange.regulations import site_shelf
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.plan.obligations.authority import issuing
from luoshi.plan.obligations.site import almanac
from luoshi.plan.obligations.versions import drafts

from .finding import Found, named, shelf

EXAMPLE = "example"


@require_safe
@members
def rules(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show all rules that concern the viewer, those that somebody must still check, or those for one kind."""
    wanted, kind = request.GET.get("show", ""), request.GET.get("kind", "")
    makes = issuing(viewer.person, localdate())
    groups = [
        (pack, [_row(each) for each in found if _wanted(each.rule, wanted, kind)])
        for pack, found in shelf(viewer)
    ]
    context = {
        "groups": [(pack, rows) for pack, rows in groups if rows],
        "count": sum(len(rows) for _pack, rows in groups),
        "show": wanted,
        "kind": kind,
        "kinds": OrganizationKind.choices,
        "makes": bool(makes),
        "drafts": drafts(makes),
        "example": EXAMPLE,
        "left_out": _left_out() if makes else [],
    }
    return page(request, "rules/list.html", context)


@require_safe
@members
def rule(request: HttpRequest, viewer: Viewer, code: str) -> HttpResponse:
    """Show one rule: what it says, where it is written, whom it binds, its versions and cases."""
    return page(request, "rules/rule.html", _shown(named(viewer, code)))


@require_safe
@members
def cases(request: HttpRequest, viewer: Viewer, code: str) -> HttpResponse:
    """Work the rule's cases and show what came of each."""
    found = named(viewer, code)
    alone = Pack(found.pack.name, found.pack.title, tuple(found.versions), found.pack.scope)
    outcomes = [
        (each.case.name, [(key, _status(said), _status(came)) for key, said, came in each.differs])
        for each in work(alone, almanac())
    ]
    return page(request, "rules/rule.html", {**_shown(found), "outcomes": outcomes}, fragment="cases")


def _left_out() -> list[str]:
    """Return what is wrong in files of the site that do not count, for whoever can have them mended."""
    return [sentence(each) for each in site_shelf().left_out]


def _wanted(rule: Rule, wanted: str, kind: str) -> bool:
    return (wanted != "check" or not rule.checked) and (not kind or kind in rule.kinds)


def _row(found: Found) -> dict[str, Any]:
    rule = found.rule
    return {
        "id": rule.id,
        "title": rule.title,
        "sentence": rule.sentence,
        "modality": gettext(MODALITY_LABELS[rule.modality]),
        "cited": rule.citations[0],
        "checked": rule.checked,
    }


def _shown(found: Found) -> dict[str, Any]:
    rule = found.rule
    return {
        "rule": rule,
        "found": found,
        "modality": gettext(MODALITY_LABELS[rule.modality]),
        "by": gettext(PERFORMERS[rule.by]),
        "binds": [str(OrganizationKind(each).label) for each in sorted(rule.kinds)],
        "kind": gettext(KIND_LABELS[rule.measure.what]) if isinstance(rule.measure, Count) else "",
        "exemptions": [(each.when.text, gettext(each.reason)) for each in rule.exemptions],
        "outcomes": None,
        "example": found.pack.scope == EXAMPLE,
    }


def _status(code: str) -> str:
    if code in set(Status):
        return gettext(STATUS_LABELS[Status(code)])
    return {"none": _("不要求"), "yes": _("一致"), "no": _("不同")}.get(code, code)
