"""Tells Django of this room."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """The room of organizations."""

    name = "luoshi.ground.organizations"
