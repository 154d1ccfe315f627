"""Tells Django of this room, and organizations of what it keeps for them."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The room of people."""

    name = "luoshi.ground.people"

    def ready(self) -> None:
        """Have a word when an organization is dissolved or merged."""
        from luoshi.ground.organizations import tenants  # noqa: PLC0415  # models load only after all apps

        from .tenancy import PeopleTenant  # noqa: PLC0415  # as above

        tenants.register("people", PeopleTenant())
