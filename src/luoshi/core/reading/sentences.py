"""Cuts running text into sentences, minding quotations, brackets and 一要…二要… inside a paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from luoshi.core.reading.model import Span

_TOKEN = re.compile(r"[。！？；\n]|[“（《]|[”）》]")
_OPENING = {"“": "”", "（": "）", "《": "》"}
_LONGEST_ASIDE = 300
_LEADING = " ”）\n\t；：，"
_TRAILING = " \n\t；"
_DEMANDING = re.compile(r"(?<![主重需])要|必须|应当|务必|不得")


def sentences(plain: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[Span]:
    """Plain spans of the sentences in ``[start, end)``, without their closing mark.

    ``cuts`` are sorted offsets where a sentence must begin (markers of clauses). A semicolon
    ends one only where both its sides make a demand of their own.
    """
    inner = cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]
    for piece_start, piece_end in zip([start, *inner], [*inner, end], strict=True):
        yield from _cut(plain, piece_start, piece_end)


def _cut(plain: str, start: int, end: int) -> Iterator[Span]:
    parts: list[Span] = []
    position, aside_until = start, start
    for token in _TOKEN.finditer(plain, start, end):
        mark, at = token[0], token.start()
        if at < aside_until:
            continue
        if mark in _OPENING:
            closing = plain.find(_OPENING[mark], at, min(end, at + _LONGEST_ASIDE))
            aside_until = closing + 1 if closing > 0 else at
            if closing > 0 and mark == "“" and plain[closing - 1] in "。！？":
                aside_until = closing
            continue
        if mark in "”）》":
            continue
        parts.append((position, at))
        position = at + 1
        if mark != "；":
            yield from _joined(plain, parts)
            parts = []
    parts.append((position, end))
    yield from _joined(plain, parts)


def _joined(plain: str, parts: list[Span]) -> Iterator[Span]:
    """Semicolon parts as sentences of their own if each demands something, else as one sentence."""
    if len(parts) > 1 and not all(_DEMANDING.search(plain, *part) for part in parts):
        parts = [(parts[0][0], parts[-1][1])]
    for start, end in parts:
        text = plain[start:end]
        begun = text.lstrip(_LEADING)
        body = begun.rstrip(_TRAILING)
        if len(body) > 1:
            lead = len(text) - len(begun)
            yield start + lead, start + lead + len(body)
