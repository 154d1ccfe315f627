"""One version of a local rule: what it says, how it would have gone in the last twelve months, what may be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.edge.web.spent import spent
from luoshi.edge.web.telling import told
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import STEP
from luoshi.plan.obligations import actions
from luoshi.plan.obligations.authority import approves
from luoshi.plan.obligations.budget import budgeted
from luoshi.plan.obligations.packs import against, read_version
from luoshi.plan.obligations.trial import TrialRow
from luoshi.plan.obligations.versions import last_trial, versions

from .acting import acting, next_month
from .finding import may_make, version_made, version_seen

if TYPE_CHECKING:
    from luoshi.plan.obligations.models import RuleVersion, Trial

MOST = 30
MINUTE = 60


class Part(NamedTuple):
    """What stands directly below the scope, with its rows added up; times in seconds for one organization on average."""

    organization: Organization
    bound: int
    missing: int
    missed: int
    before: int
    organizing: int
    attending: int


@require_safe
@members
def version(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show a version within reach."""
    one = version_seen(viewer, number)
    tried = last_trial(one)
    makes = may_make(viewer, one)
    context = {
        "version": one,
        "others": [each for each in versions(one) if each.pk != one.pk],
        "rules": read_version(one).rules,
        "budget": budgeted(one) if one.published_at is None else None,
        "makes": makes,
        "approves": approves(viewer.person, one, localdate()),
        "trial": tried,
        "against": _against(one) if makes and one.published_at is None else [],
        "story": told(story(one.rule.chain)),
        "spent": spent,
        **(_tried(tried, one) if tried else {}),
    }
    return page(request, "rules/version.html", context)


def _against(one: RuleVersion) -> list[str]:
    """Return what would keep the draft from being published, so that it is known before anybody tries or approves it."""
    found = against(one, next_month(localdate()))
    return [sentence(each) for each in found]


@require_POST
@members
def trial(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Hold the draft against the last twelve months."""
    one = version_made(viewer, number)
    try:
        tried = actions.try_out(one, **acting(viewer))
    except Refusal as refusal:
        messages.error(request, sentence(refusal))
    else:
        said = _("已试算：约束 %(count)d 个组织。结果在下面，看过以后可以发布。")
        messages.success(request, said % {"count": len(tried.result)})
    return redirect("rule_version", number=one.pk)


def _tried(tried: Trial, one: RuleVersion) -> dict[str, Any]:
    rows = [TrialRow(*each) for each in tried.result]
    places = Organization.objects.in_bulk([row.organization for row in rows])
    missing = sorted((row for row in rows if row.missed), key=lambda row: -row.missed)
    return {
        "rows": rows,
        "below": _parts(rows, places, one.rule.organization),
        "missing": [(places[row.organization], row) for row in missing[:MOST]],
        "missing_count": len(missing),
        "unknown_count": sum(1 for row in rows if row.unknown),
        "hours": sum(row.organizing + row.attending for row in rows) * MINUTE,
        "each_hours": _mean((row.organizing for row in rows), len(rows)),
    }


def _parts(rows: Iterable[TrialRow], places: dict[int, Organization], scope: Organization) -> list[Part]:
    deep = len(scope.path) + STEP
    grouped: dict[str, list[TrialRow]] = {}
    for row in rows:
        grouped.setdefault(places[row.organization].path[:deep], []).append(row)
    heads = {each.path: each for each in Organization.objects.filter(path__in=list(grouped))}
    return [
        Part(
            heads[path],
            len(found),
            sum(1 for row in found if row.missed),
            sum(row.missed for row in found),
            sum(row.missed_before for row in found),
            _mean((row.organizing for row in found), len(found)),
            _mean((row.attending for row in found), len(found)),
        )
        for path, found in sorted(grouped.items())
    ]


def _mean(minutes: Iterable[int], count: int) -> int:
    """Return the mean in seconds."""
    return round(sum(minutes) * MINUTE / count) if count else 0
