"""Tells Django of this room, and organizations of what it keeps for them."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The room of people."""

    name = "luoshi.ground.people"
    # Who has a word when an organization is dissolved or merged.
    tenant = "luoshi.ground.people.tenancy.PeopleTenant"
