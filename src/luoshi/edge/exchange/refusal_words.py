"""A refusal in the language of whoever is refused."""

from collections.abc import Callable

from luoshi.core.formats import Unreadable


def in_words(refusal: Unreadable, translate: Callable[[str], str]) -> str:
    """The finished sentence; ``translate`` turns a Chinese message into the reader's language.

    The kind of a file (图片, 压缩包) is a message of its own; every other fact stands as it is.
    """
    facts = dict(refusal.facts)
    if "kind" in facts:
        facts["kind"] = translate(facts["kind"])
    return translate(refusal.sentence).format_map(facts)
