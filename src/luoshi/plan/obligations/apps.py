"""Makes obligations an app of the site."""

from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    """Obligations as Django knows them."""

    name = "luoshi.plan.obligations"
    label = "obligations"
