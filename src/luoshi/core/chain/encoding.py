"""One value, one text: what is hashed must be written the same way by everybody.

JSON in the manner of RFC 8785, narrowed to what has only one spelling: no blanks, keys sorted by
code point, characters as themselves. Fractions are refused because programs print them differently;
a caller writes 0.5 as the text "0.5". Days and moments become ISO 8601 texts, moments in UTC.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from json import JSONEncoder
from typing import NewType

DEPTH = 32

# A text that ``canonical`` made.
Canonical = NewType("Canonical", str)

_encode = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def moment(at: datetime) -> str:
    """Return an aware moment in UTC with microseconds: ``2026-03-01T00:30:00.000000+00:00``.

    Raises ``ValueError`` when the moment has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def canonical(value: object) -> Canonical:
    """Return the one text of a value made of text, whole numbers, yes or no, nothing, days, moments, lists, mappings.

    Raises ``TypeError`` for any other kind of value or key, and ``ValueError`` for text that a
    database cannot keep (a zero character, half a surrogate pair) and for nesting deeper than 32.
    """
    text = _encode(_plain(value, DEPTH))
    if not text.isascii():
        text.encode()
    return Canonical(text)


def _plain(value: object, depth: int) -> object:
    # Nearly everything is plain text or nothing, and a ledger is written by the million.
    if value is None or (type(value) is str and "\0" not in value):
        return value
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("a text may not contain the zero character")
        # A text with behaviour of its own, such as an enumeration's member, is written as its text.
        return str.__str__(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    return _compound(value, depth)


def _compound(value: object, depth: int) -> object:
    if depth == 0:
        raise ValueError("nested too deeply")
    if isinstance(value, Mapping):
        return {_key(key): _plain(each, depth - 1) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each, depth - 1) for each in value]
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no single spelling; write it as text")


def _key(key: object) -> object:
    if not isinstance(key, str):
        raise TypeError("a key must be text")
    return _plain(key, 0)
