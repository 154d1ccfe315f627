"""Names by the first letters of their sounds: 市数据局 is found by ``ssjj``.

A character with several sounds answers to each of them, because nobody types to disambiguate.
"""

import os
from functools import cache

# Whole phrases would tell 长 from 长, at sixty megabytes a process; every sound of a character costs a fifth.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")


@cache
def letters_of(character: str) -> frozenset[str]:
    """Return the first letters of the character's sounds in lower case; anything else is its own letter."""
    # Its tables take ten megabytes, and most processes are never asked for letters.
    from pypinyin import Style, pinyin  # noqa: PLC0415  # see above

    sounds = pinyin(character, style=Style.FIRST_LETTER, heteronym=True)
    return frozenset(sound.lower() for each in sounds for sound in each)


def sounds_like(name: str, letters: str) -> bool:
    """Tell whether the letters stand in a row somewhere among the first letters of the name."""
    wanted = letters.lower()
    ends = len(name) - len(wanted) + 1
    return any(
        all(letter in letters_of(name[start + place]) for place, letter in enumerate(wanted))
        for start in range(ends)
    )
