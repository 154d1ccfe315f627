"""The document as the page shows it: paragraphs and tables, in which each clause and each draft has its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from luoshi.core.reading import Clause, Reading, Span
from luoshi.edge.web.reading.drafts import Draft

_HEAD_LINES = 12
# A tab is none: it stands between two cells, and the first may be empty.
_SPACE = " \u3000\xa0\ufeff\u200b\u2002\u2003\u2009\n\r\v\f"
_FOLDED_LINES = re.compile(r"[^\S\t]*\n\s*")
# Between the start of a clause and its title stand the number and its punctuation, nothing longer.
_MARKER = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``clauses`` begin in it, ``strong`` says that it is the number and title of a clause."""

    text: str
    clauses: tuple[Clause, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that the same ``draft`` covers, or none; ``opens`` are the drafts that begin in them."""

    draft: Draft | None
    opens: tuple[Draft, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``role`` title, heading or body) or, with role table, ``rows`` of cells."""

    role: str
    stretches: tuple[Stretch, ...] = ()
    rows: tuple[tuple[tuple[Stretch, ...], ...], ...] = ()


@dataclass
class _Marked:
    """The text with all its marks, cut where any of them begins or ends."""

    text: str
    drafts: Sequence[Draft]
    heads: list[tuple[Span, Clause]]
    seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.starts = [draft.task.span[0] for draft in self.drafts]
        self.head_starts = [span[0] for span, _ in self.heads]
        self.cuts = sorted({offset for draft in self.drafts for offset in draft.task.span})
        self.head_cuts = sorted({offset for span, _ in self.heads for offset in span})

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        return tuple(self._stretch(*edge) for edge in _between(self.cuts, start, end))

    def _stretch(self, start: int, end: int) -> Stretch:
        upto = bisect_left(self.starts, end)
        covering = [draft for draft in self.drafts[max(0, upto - 3) : upto] if draft.task.span[1] > start]
        opens = tuple(draft for draft in covering if draft.number not in self.seen)
        self.seen.update(draft.number for draft in opens)
        pieces = tuple(self._piece(*edge) for edge in _between(self.head_cuts, start, end))
        return Stretch(covering[-1] if covering else None, opens, pieces)

    def _piece(self, start: int, end: int) -> Piece:
        upto = bisect_right(self.head_starts, start)
        heads = self.heads[max(0, upto - 3) : upto]
        return Piece(
            _FOLDED_LINES.sub("\n", self.text[start:end]),
            tuple(clause for head, clause in heads if head[0] == start),
            strong=any(start < head[1] for head, _ in heads),
        )


def _between(cuts: list[int], start: int, end: int) -> Iterator[Span]:
    inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    return (edge for edge in pairwise([start, *inner, end]) if edge[0] < edge[1])


def original(text: str, reading: Reading, drafts: Sequence[Draft]) -> list[Block]:
    """The blocks of ``text`` in order, blank lines left out. ``drafts`` are the ones to mark, sorted by place."""
    heads = [(_head(text, clause), clause) for clause in reading.outline]
    marked = _Marked(text, drafts, heads)
    blocks: list[Block] = []
    rows: list[tuple[tuple[Stretch, ...], ...]] = []
    for index, (start, end) in enumerate(_lines(text, drafts)):
        if "\t" in text[start:end]:
            rows.append(tuple(marked.stretches(*cell) for cell in _cells(text, start, end)))
            continue
        if rows:
            blocks.append(Block("table", rows=tuple(rows)))
            rows = []
        stretches = marked.stretches(start, end)
        blocks.append(Block(_role(reading, stretches, text[start:end], index), stretches))
    if rows:
        blocks.append(Block("table", rows=tuple(rows)))
    return blocks


def _head(text: str, clause: Clause) -> Span:
    start = clause.span[0]
    place = text.find(clause.title, start, start + _MARKER + len(clause.title)) if clause.title else -1
    return (start, place + len(clause.title)) if place >= 0 else (start, start + max(1, len(clause.number)))


def _lines(text: str, drafts: Sequence[Draft]) -> Iterator[Span]:
    """The lines without the space around them; lines that one draft runs across stay together."""
    joined = {
        offset
        for draft in drafts
        if "\t" not in draft.task.text
        for offset in range(*draft.task.span)
        if text[offset] == "\n"
    }
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        while end in joined:
            end = text.find("\n", end + 1)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            yield start + len(line) - len(line.lstrip(_SPACE)), start + len(line.rstrip(_SPACE))
        start = end + 1


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    while start <= end:
        tab = text.find("\t", start, end)
        stop = end if tab < 0 else tab
        yield start, stop
        start = stop + 1


def _role(reading: Reading, stretches: tuple[Stretch, ...], line: str, index: int) -> str:
    first, *rest = [piece for stretch in stretches for piece in stretch.pieces]
    if index < _HEAD_LINES and reading.title and line in reading.title and not first.clauses:
        return "title"
    alone = first.strong and all(piece.strong or len(piece.text) <= 1 for piece in rest)
    return "heading" if alone else "body"
