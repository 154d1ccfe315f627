"""Makes deployments an app of the site."""

from django.apps import AppConfig


class DeploymentsConfig(AppConfig):
    """Deployments as Django knows them."""

    name = "luoshi.plan.deployments"
    label = "deployments"

    def ready(self) -> None:
        """Have a word when an organization is dissolved or merged."""
        from luoshi.ground.organizations import tenants  # noqa: PLC0415  # models load only after all apps

        from .tenancy import DeploymentsTenant  # noqa: PLC0415  # as above

        tenants.register("deployments", DeploymentsTenant())
