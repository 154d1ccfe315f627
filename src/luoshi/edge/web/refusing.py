"""What a page says when a rule forbids something."""

from collections.abc import Mapping
from typing import Any, Protocol

from django.utils.translation import gettext


class _Said(Protocol):
    @property
    def sentence(self) -> str: ...

    @property
    def facts(self) -> Mapping[str, Any]: ...


def sentence(refusal: _Said) -> str:
    """Return the refusal, or whatever else is kept as a msgid with facts, as one sentence in the reader's language."""
    return gettext(refusal.sentence).format_map(refusal.facts)
