"""Makes accounts an app of the site."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts as Django knows them."""

    name = "luoshi.ground.accounts"
    label = "accounts"
