"""What the installation decides about duties, and what is owed. The settings name whoever answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.core.periods import Period
from luoshi.core.rules import Obligation
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Post

from .templates import DutyTemplate


def templates() -> Mapping[str, DutyTemplate]:
    """Return the templates of this installation by name, from what ``LUOSHI_DUTIES`` names.

    Raises ``Refusal`` for a file that cannot be understood.
    """
    return cast(Mapping[str, DutyTemplate], import_string(settings.LUOSHI_DUTIES)())


def template_for(post: Post) -> DutyTemplate | None:
    """Return the template for a post of its kind in an organization of its kind, or nothing. Raises as ``templates``."""
    kinds = post.kind, post.organization.kind
    return next((each for each in templates().values() if each.is_for(*kinds)), None)


def owed_within(organization: Organization, period: Period, on: date) -> dict[str, int]:
    """Return how many obligations of the subtree, due in the period, are met, missed, owed, unknown on that day.

    Whoever ``LUOSHI_OWED`` names answers.
    """
    return cast(dict[str, int], import_string(settings.LUOSHI_OWED)(organization, period, on))


def owing(organizations: Sequence[Organization], year: int, today: date) -> dict[int, list[Obligation]]:
    """Return what rules ask of these organizations in that year, by id, from what ``LUOSHI_OWING`` names.

    In a constant number of statements. Raises ``Misread`` for a file of rules that cannot be understood.
    """
    found = import_string(settings.LUOSHI_OWING)(organizations, year, today)
    return cast(dict[int, list[Obligation]], found)
