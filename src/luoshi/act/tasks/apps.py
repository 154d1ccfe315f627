"""Makes tasks an app of the site."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Tasks as Django knows them."""

    name = "luoshi.act.tasks"
    label = "tasks"

    def ready(self) -> None:
        """Have a word when an organization is dissolved or merged."""
        from luoshi.ground.organizations import tenants  # noqa: PLC0415  # models load only after all apps

        from .tenancy import TasksTenant  # noqa: PLC0415  # as above

        tenants.register("tasks", TasksTenant())
