"""Makes duties an app of the site."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Duties as Django knows them."""

    name = "luoshi.plan.duties"
    label = "duties"

    def ready(self) -> None:
        """Have a word when an organization is dissolved or merged."""
        from luoshi.ground.organizations import tenants  # noqa: PLC0415  # models load only after all apps

        from .tenancy import DutiesTenant  # noqa: PLC0415  # as above

        tenants.register("duties", DutiesTenant())
