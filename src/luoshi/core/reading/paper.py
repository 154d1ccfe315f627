"""The sheet a reader works on: the text, folded for reading, with a way back to every original offset.

Documents arrive with full-width digits, brackets of two kinds, lines wrapped in mid-sentence and
page numbers between them. Folding replaces a character by one character; wrapped line ends and
page numbers are left out, and ``origin`` leads back to where a character stood.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from luoshi.core.reading.model import Span
from luoshi.core.reading.ruling import ruled

_FOLD = str.maketrans(
    "０１２３４５６７８９％(),:;!?．﹒･〔〕[]【】{}\r\u3000\xa0\u2002\u2003\u2009\u200b\ufeff～﹣－–—─〜~",
    "0123456789%（），：；！？...（）（）（）（）\n" + " " * 7 + "-" * 8,
)
_PAGE_NUMBER = re.compile(r"\n[ \t]*(?:-+ ?\d{1,4} ?-+|第 ?\d{1,4} ?页[^\n]{0,12})[ \t]*(?=\n|$)")
_LINE_BREAKS = re.compile(r"(?<=([^\n]))[ \t]*\n\s*(?=(\S))")
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"(?<!条) {2,}")
_NARROWEST = 15
_STARTS = re.compile(
    r"第?[一二三四五六七八九十]{1,3}[、是要章节条，]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|\d{1,2}）|\d{1,3}(?:[.](?!\d)|、)"
)


@dataclass(frozen=True)
class Paper:
    """``text`` as it came, ``plain`` as it is read; ``cuts`` and ``shifts`` map plain offsets back."""

    text: str
    plain: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The offset into ``text`` of the character at ``offset`` of ``plain``."""
        if not self.cuts:
            return offset
        return offset + self.shifts[bisect_right(self.cuts, offset)]

    def span(self, start: int, end: int) -> Span:
        """The original span of plain ``[start, end)``, which must not be empty."""
        return self.origin(start), self.origin(end - 1) + 1

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph around a plain offset."""
        return self.paragraphs[max(0, bisect_right(self.paragraphs, (offset, len(self.plain))) - 1)]

    def in_row(self, offset: int) -> bool:
        """Whether the plain offset lies in a row of a table: a paragraph with tabs between its cells."""
        index = bisect_right(self.rows, (offset, len(self.plain))) - 1
        return index >= 0 and offset < self.rows[index][1]

    @cached_property
    def rows(self) -> tuple[Span, ...]:
        """Plain spans of the paragraphs that are rows of a table."""
        if "\t" not in self.plain:
            return ()
        return tuple(span for span in self.paragraphs if "\t" in self.plain[slice(*span)].strip())

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Plain spans of the paragraphs, in order, without blanks at either end."""
        return tuple(_paragraphs(self.plain))


def lay_out(text: str) -> Paper:
    """Fold ``text`` and take out the line ends and page numbers that only the printer needed."""
    folded = ruled(text.translate(_FOLD))
    holes = _holes(folded)
    if not holes:
        return Paper(text, folded, (), ())
    pieces, cuts, shifts = [], [], [0]
    position = removed = 0
    for start, end in holes:
        pieces.append(folded[position:start])
        removed += end - start
        cuts.append(end - removed)
        shifts.append(removed)
        position = end
    pieces.append(folded[position:])
    return Paper(text, "".join(pieces), tuple(cuts), tuple(shifts))


def _holes(folded: str) -> list[Span]:
    pages = [match.span() for match in _PAGE_NUMBER.finditer(folded)]
    without = _PAGE_NUMBER.sub(lambda match: "\n" * len(match[0]), folded) if pages else folded
    width = _wrapped_at(without)
    if not width:
        return pages
    return [match.span() for match in _LINE_BREAKS.finditer(without) if _is_wrap(without, match, width)]


def _wrapped_at(folded: str) -> int:
    """The line width of a hard-wrapped text in characters, or 0 when lines end where paragraphs do."""
    lengths = sorted(len(line) for line in _LINE.findall(folded[:200_000]) if line.strip())
    if len(lengths) < 8:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    near = sum(width - 4 <= length <= width + 4 for length in lengths)
    return width if _NARROWEST <= width <= 60 and near * 2 > len(lengths) else 0


def _is_wrap(folded: str, match: re.Match[str], width: int) -> bool:
    line_start = folded.rfind("\n", 0, match.start()) + 1
    full = match.start() - line_start >= width - 5
    indented = folded[match.end() - 1] in " \t"
    return full and match[1] not in "。！？" and not indented and not _STARTS.match(folded, match.end())


def _paragraphs(plain: str) -> Iterator[Span]:
    for line in _LINE.finditer(plain):
        position, end = line.span()
        gaps = () if "\t" in line[0].strip() else _GAP.finditer(plain, position, end)
        for gap in gaps:
            yield from _trimmed(plain, position, gap.start())
            position = gap.end()
        yield from _trimmed(plain, position, end)


def _trimmed(plain: str, start: int, end: int) -> Iterator[Span]:
    piece = plain[start:end]
    if not piece.isspace() and piece:
        lead = len(piece) - len(piece.lstrip(" "))
        yield start + lead, start + len(piece.rstrip(" "))
