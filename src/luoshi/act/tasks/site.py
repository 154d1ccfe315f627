"""What the installation decides and this app only asks for. The settings name whoever answers."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.core.lifecycle import LightPolicy, Rung, Workdays


def workdays() -> Workdays:
    """Return the working days of this installation, from what ``LUOSHI_CALENDAR`` names.

    Raises ``Refusal`` for a calendar file that cannot be understood.
    """
    return cast(Workdays, import_string(settings.LUOSHI_CALENDAR)())


def ladder() -> tuple[Rung, ...]:
    """Return the escalation ladder of this installation, from what ``LUOSHI_LADDER`` names.

    Raises ``Refusal`` for a policy file that cannot be understood.
    """
    return cast(tuple[Rung, ...], import_string(settings.LUOSHI_LADDER)())


def light_policy() -> LightPolicy:
    """Return when lights turn yellow at this installation, from what ``LUOSHI_LIGHTS`` names. Raises as ``ladder``."""
    return cast(LightPolicy, import_string(settings.LUOSHI_LIGHTS)())
