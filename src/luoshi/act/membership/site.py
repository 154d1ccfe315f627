"""What the installation lays down and this app only asks for. The settings name whoever answers."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.core.rules import Almanac, Pack


def regulations() -> tuple[Pack, Almanac]:
    """Return the rules of files in force here, and the calendar by which is judged.

    They come from what ``LUOSHI_RULES`` and ``LUOSHI_ALMANAC`` name. Raises ``Misread`` or ``Refusal`` for a mistake.
    """
    rules, almanac = import_string(settings.LUOSHI_RULES), import_string(settings.LUOSHI_ALMANAC)
    return cast(Pack, rules()), cast(Almanac, almanac())
