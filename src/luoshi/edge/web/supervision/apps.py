"""What Django needs to know of this room: that it keeps views."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """The table of tasks keeps the views that people save."""

    name = "luoshi.edge.web.supervision"
    label = "supervision"
