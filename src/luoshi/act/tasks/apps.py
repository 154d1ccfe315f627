"""Makes tasks an app of the site."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Tasks as Django knows them."""

    name = "luoshi.act.tasks"
    label = "tasks"
