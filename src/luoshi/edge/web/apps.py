"""Tells Django where the static files are."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The app that holds the shell of every page."""

    name = "luoshi.edge.web"
    label = "web"
