"""What the installation lays down and this app only asks for. The settings name whoever answers."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.core.rules import Almanac, Pack


def rules() -> Pack:
    """Return the rules of files in force here, from what ``LUOSHI_RULES`` names. Raises ``Misread`` for a mistake."""
    return cast(Pack, import_string(settings.LUOSHI_RULES)())


def almanac() -> Almanac:
    """Return the calendar by which is judged, from what ``LUOSHI_ALMANAC`` names. Raises ``Refusal`` for a mistake."""
    return cast(Almanac, import_string(settings.LUOSHI_ALMANAC)())
