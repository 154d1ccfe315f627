"""Who keeps something for an organization, and so has a word when it ends.

Posts, people, tasks, deployments belong to rooms above this one, which it cannot import. The
configuration of an app names its ``tenant``; dissolving asks all of them, merging lets all of them move.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.apps import apps
from django.utils.module_loading import import_string

from luoshi.core.refusals import Refusal

from .models import Organization


@dataclass(frozen=True, slots=True)
class Merger:
    """One organization becomes part of another 合并: by whom, and when."""

    organization: Organization
    into: Organization
    by: int | None
    at: datetime


class Tenant(Protocol):
    """What another room keeps for organizations."""

    def unsettled(self, organization: Organization) -> Refusal | None:
        """Return why this organization cannot be dissolved yet, with the way out, or nothing."""

    def follow(self, merger: Merger) -> dict[str, int]:
        """Hand everything over to the organization it is merged into; return how much of what."""


def refuse_unsettled(organization: Organization) -> None:
    """Raise the first refusal that stands against dissolving it."""
    for tenant in _tenants():
        refusal = tenant.unsettled(organization)
        if refusal is not None:
            raise refusal


def hand_over(merger: Merger) -> dict[str, int]:
    """Let every room hand over; return how much of what went."""
    moved: dict[str, int] = {}
    for tenant in _tenants():
        moved |= tenant.follow(merger)
    return moved


def _tenants() -> list[Tenant]:
    named = [getattr(app, "tenant", "") for app in apps.get_app_configs()]
    return [import_string(name)() for name in named if name]
