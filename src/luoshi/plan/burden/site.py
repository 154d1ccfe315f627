"""What the installation declares and this app only asks for. The settings name whoever answers."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.core.burden import Costs, Registry


def registry() -> Registry:
    """Return the declared forms, from what ``LUOSHI_FORMS`` names. Raises ``Refusal`` for a file with a mistake."""
    return cast(Registry, import_string(settings.LUOSHI_FORMS)())


def costs() -> Costs:
    """Return what activities cost, from what ``LUOSHI_COSTS`` names. Raises as ``registry`` does."""
    return cast(Costs, import_string(settings.LUOSHI_COSTS)())
