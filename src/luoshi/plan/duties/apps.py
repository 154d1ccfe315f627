"""Makes duties an app of the site."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Duties as Django knows them."""

    name = "luoshi.plan.duties"
    label = "duties"
    # Who has a word when an organization is dissolved or merged.
    tenant = "luoshi.plan.duties.tenancy.DutiesTenant"
