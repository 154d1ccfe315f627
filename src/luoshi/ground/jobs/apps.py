"""Makes jobs an app of the site."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs as Django knows them."""

    name = "luoshi.ground.jobs"
    label = "jobs"
