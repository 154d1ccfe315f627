"""What the installation decides about duties. The setting names whoever answers."""

from collections.abc import Mapping
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

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
