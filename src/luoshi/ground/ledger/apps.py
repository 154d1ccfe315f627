"""Makes the ledger an app of the site."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The ledger as Django knows it."""

    name = "luoshi.ground.ledger"
    label = "ledger"
