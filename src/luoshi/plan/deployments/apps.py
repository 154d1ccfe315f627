"""Makes deployments an app of the site."""

from django.apps import AppConfig


class DeploymentsConfig(AppConfig):
    """Deployments as Django knows them."""

    name = "luoshi.plan.deployments"
    label = "deployments"
    # Who has a word when an organization is dissolved or merged.
    tenant = "luoshi.plan.deployments.tenancy.DeploymentsTenant"
