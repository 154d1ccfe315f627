"""Tells Django where the static files are."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The app that holds the shell of every page."""

    name = "luoshi.edge.web"
    label = "web"

    def ready(self) -> None:
        """Let the ledger hear of second factors."""
        from luoshi.edge.web.accounts.factors import keep_in_ledger  # noqa: PLC0415  # needs every model first

        keep_in_ledger()
