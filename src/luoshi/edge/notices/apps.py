"""Makes notices an app of the site."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices as Django knows them."""

    name = "luoshi.edge.notices"
    label = "notices"
