"""System offices, grants and policies, for the security administrator."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, offices
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence
from luoshi.ground.accounts.actions import give_office
from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import in_office
from luoshi.ground.people.actions import revoke_grant
from luoshi.ground.people.queries import grants_since

from .forms import OfficeForm
from .measures import measures

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@offices(Office.SECURITY)
def system_offices(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List who holds a system office, and give one."""
    form = OfficeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        holder, office = form.cleaned_data["holder"], Office(form.cleaned_data["office"])
        try:
            give_office(holder, office=office, by=viewer.person.pk, at=datetime.now(UTC))
        except Refusal as refusal:
            form.add_error("account", sentence(refusal))
        else:
            said = _("已设定“%(name)s”为%(office)s。") % {"name": holder.person.name, "office": office.label}
            messages.success(request, said)
            return redirect("system_offices")
    return _offices(request, viewer, form)


@require_POST
@offices(Office.SECURITY)
def office_removal(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Take the office from the account of that number."""
    holder = in_office().filter(pk=number).first()
    if holder is None:
        raise Http404
    try:
        give_office(holder, office=None, by=viewer.person.pk, at=datetime.now(UTC))
    except Refusal as refusal:
        return _offices(request, viewer, OfficeForm(), refused=sentence(refusal))
    messages.success(request, _("“%(name)s”不再担任系统岗位。") % {"name": holder.person.name})
    return redirect("system_offices")


def _offices(request: HttpRequest, viewer: Viewer, form: OfficeForm, refused: str = "") -> HttpResponse:
    context = {"holders": list(in_office()), "form": form, "refused": refused, "own": viewer.account.pk}
    status = UNPROCESSABLE if refused or form.errors else 200
    return page(request, "offices/offices.html", context, status=status)


@require_safe
@offices(Office.SECURITY)
def grants(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """List the grants that hold or will."""
    return _grants(request)


@require_POST
@offices(Office.SECURITY)
def grant_revocation(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Let the grant of that number end."""
    grant = grants_since(localdate()).filter(pk=number).first()
    if grant is None:
        raise Http404
    try:
        revoke_grant(grant, by=viewer.person.pk, at=datetime.now(UTC))
    except Refusal as refusal:
        return _grants(request, refused=sentence(refusal))
    facts = {"grantor": grant.grantor.name, "stand_in": grant.stand_in.name}
    messages.success(request, _("“%(grantor)s”对“%(stand_in)s”的授权已收回，即时生效。") % facts)
    return redirect("system_grants")


def _grants(request: HttpRequest, refused: str = "") -> HttpResponse:
    context = {"grants": list(grants_since(localdate())), "refused": refused}
    return page(request, "offices/grants.html", context, status=UNPROCESSABLE if refused else 200)


@require_safe
@offices(Office.SECURITY)
def policies(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """Show the measures that hold, each with where it is set."""
    return page(request, "offices/policies.html", {"measures": measures()})
