"""A refusal in the language of whoever is refused."""

from collections.abc import Callable

from luoshi.core.formats import Unreadable

_MESSAGES = frozenset({"kind", "readable"})


def in_words(refusal: Unreadable, say: Callable[[str], str]) -> str:
    """The finished sentence; ``say`` turns a Chinese message into the reader's language.

    The kind of a file (图片, 压缩包) and the list of readable kinds are messages of their own; every
    other fact, a file's name above all, stands as it is.
    """
    facts = {key: say(fact) if key in _MESSAGES else fact for key, fact in refusal.facts.items()}
    return say(refusal.sentence).format_map(facts)
