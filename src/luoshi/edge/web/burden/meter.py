"""What filling in forms cost in reach: by asker over twelve months, by unit in one of them, and the forms behind it."""

from collections.abc import Collection
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from luoshi.core.refusals import N_
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.months_shown import months_shown
from luoshi.edge.web.organizations.finding import seen
from luoshi.edge.web.pages import page
from luoshi.edge.web.spent import spent
from luoshi.ground.organizations.queries import names_of
from luoshi.plan.burden.actions import count
from luoshi.plan.burden.queries import by_asker, by_unit, filled

MONTHS, UNITS = 12, 50
ORGANIZATION = "organization:"
ASKERS = {
    "issuer": N_("交办单位"),
    "registry": N_("组织人员登记"),
    "system": N_("系统管理"),
    "self": N_("自己要用"),
    "life": N_("组织生活"),
    "rules": N_("制度"),
    "duties": N_("责任清单"),
}


@require_safe
@members
def burden(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what everybody in reach spent on forms."""
    count()
    month, months = _month(request), _months(localdate())
    asked, forms = by_asker(viewer.paths, months), filled(viewer.paths, month)
    ordered = sorted(asked, key=lambda asker: -sum(asked[asker].values()))
    context = {
        "month": month,
        "months": months,
        "narrow": months_shown(request, months, month),
        "rows": [(asker, [(each, asked[asker].get(each, 0)) for each in months]) for asker in ordered],
        "totals": [(one, sum(each.get(one, 0) for each in asked.values())) for one in months],
        "forms": forms,
        "names": _names({*asked, *(each.asker for each in forms)}),
        "units": by_unit(viewer.paths, month, UNITS),
        "bound": UNITS,
        "spent": spent,
    }
    return page(request, "burden/burden.html", context)


@require_safe
@members
def unit(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Show what one organization and those below it filled in, form by form, and for whom."""
    one = seen(viewer, number)
    count()
    month = _month(request)
    forms = filled((one.path,), month)
    context = {
        "one": one,
        "month": month,
        "forms": forms,
        "names": _names({each.asker for each in forms}),
        "seconds": sum(each.seconds for each in forms),
        "spent": spent,
    }
    return page(request, "burden/unit.html", context)


def _names(askers: Collection[str]) -> dict[str, str]:
    """Return what askers are called; an organization by its own name."""
    ids = [int(each.removeprefix(ORGANIZATION)) for each in askers if each.startswith(ORGANIZATION)]
    called = {f"{ORGANIZATION}{pk}": name for pk, name in names_of(ids).items()}
    return {each: called.get(each) or gettext(ASKERS.get(each, each)) for each in askers}


def _months(today: date) -> list[date]:
    """Return the first days of the twelve months up to this one."""
    this = today.year * 12 + today.month - 1
    return [date(each // 12, each % 12 + 1, 1) for each in range(this - MONTHS + 1, this + 1)]


def _month(request: HttpRequest) -> date:
    """Return the month that is asked for, by its first day; this one where none is."""
    months = _months(localdate())
    said = request.GET.get("month", "")
    return next((each for each in months if each.isoformat()[:7] == said), months[-1])
