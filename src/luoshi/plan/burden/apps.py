"""Makes the burden meter an app of the site."""

from django.apps import AppConfig


class BurdenConfig(AppConfig):
    """The burden meter as Django knows it."""

    name = "luoshi.plan.burden"
    label = "burden"
