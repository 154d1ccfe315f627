"""The deployment that an address names, for whoever may see it; what is out of reach does not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse

from luoshi.edge.web.access import View, Viewer
from luoshi.ground.organizations.models import Organization
from luoshi.plan.deployments.queries import find

if TYPE_CHECKING:
    from luoshi.plan.deployments.models import Deployment

DeploymentView = Callable[..., HttpResponse]


def on_deployment(view: DeploymentView) -> View:
    """Give the view the deployment of ``number``, which its viewer's word reaches, or answer 404."""

    @wraps(view)
    def found(request: HttpRequest, viewer: Viewer, number: int, **parts: Any) -> HttpResponse:
        deployment = find(number)
        if deployment is None or not viewer.sees(deployment.organization.path):
            raise Http404
        return view(request, viewer, deployment, **parts)

    return found


def may_act(viewer: Viewer, deployment: Deployment) -> bool:
    """Tell whether the viewer holds a post, own or lent, in the organization that deploys."""
    return any(each.organization == deployment.organization_id for each in viewer.held)


def own_organizations(viewer: Viewer) -> list[Organization]:
    """Return the organizations in whose name the viewer may deploy."""
    return list(
        Organization.objects.filter(pk__in={each.organization for each in viewer.held}).order_by("path")
    )
