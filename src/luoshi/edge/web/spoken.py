"""Words that depend on nothing but the language are put together once in each."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.utils.translation import get_language

Words = TypeVar("Words")


def spoken(put_together: Callable[[], Words]) -> Callable[[], Words]:
    """Return a function that keeps its words for each language; whoever asks for them must not change them."""
    kept: dict[str | None, Words] = {}

    @wraps(put_together)
    def words() -> Words:
        language = get_language()
        if language not in kept:
            kept[language] = put_together()
        return kept[language]

    return words
