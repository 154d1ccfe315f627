"""Chinese numerals of outlines and dates: 十一 → 11."""

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100}


def value_of(numeral: str) -> int:
    """The value of a Chinese or Arabic whole number below 1,000; ``ValueError`` for anything else."""
    if numeral.isdecimal():
        return int(numeral)
    total, pending = 0, 0
    for character in numeral:
        if character in _TENS:
            total += (pending or 1) * _TENS[character]
            pending = 0
        elif character in _DIGITS:
            pending = _DIGITS[character]
        else:
            raise ValueError(f"not a numeral: {numeral!r}")
    if not numeral:
        raise ValueError("an empty numeral has no value")
    return total + pending
