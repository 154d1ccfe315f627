"""Makes calendar feeds an app of the site."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Calendar feeds as Django knows them."""

    name = "luoshi.edge.feeds"
    label = "feeds"
