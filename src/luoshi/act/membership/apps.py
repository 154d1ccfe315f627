"""Makes membership an app of the site."""

from django.apps import AppConfig


class MembershipConfig(AppConfig):
    """Membership as Django knows it."""

    name = "luoshi.act.membership"
    label = "membership"
