"""Makes tasks an app of the site."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Tasks as Django knows them."""

    name = "luoshi.act.tasks"
    label = "tasks"
    # Who has a word when an organization is dissolved or merged.
    tenant = "luoshi.act.tasks.tenancy.TasksTenant"
