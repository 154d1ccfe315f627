"""Makes sign-offs an app of the site."""

from django.apps import AppConfig


class SignoffsConfig(AppConfig):
    """Sign-offs as Django knows them."""

    name = "luoshi.act.signoffs"
    label = "signoffs"
