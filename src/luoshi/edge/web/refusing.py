"""What a page says when a rule forbids something."""

from django.utils.translation import gettext

from luoshi.core.refusals import Refusal


def sentence(refusal: Refusal) -> str:
    """Return the refusal as one sentence in the reader's language."""
    return gettext(refusal.sentence).format_map(refusal.facts)
