"""Lines of PDF pages become paragraphs: page furniture goes, wrapped lines are joined.

A line continues the one above when that one reaches the right margin and nothing marks a new
beginning: no indent, no number, no other type size. Official documents indent each paragraph by two
characters (GB/T 9704—2012, 7.3.3), so that a line at the left margin goes on even after a full stop.
"""

import re
from collections import Counter
from dataclasses import dataclass

from .pdf_layout import Line, mended

ENDS = "。！？；：!?;:"
REACH, INDENT, WIDE_STEP = 1.6, 1.0, 3.0
# Lines that stand at the edge of this share of the pages are headers or footers.
REPEATED_SHARE, REPEATED_PAGES = 0.4, 3
_PAGE_NUMBER = re.compile(
    r"[-—–－·•~\s]{0,6}(第\s?)?\d{1,4}(\s?页)?([\s/,，]{0,3}(共\s?)?\d{1,4}(\s?页)?)?[-—–－·•~\s]{0,6}"
)
_BEGINNING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.．、]\D|第.{1,4}[章节条]|[①-⑳]"
)


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    indented: bool


def paragraphs(pages: list[list[Line | str]]) -> list[str]:
    """Pages of lines and table rows (strings) as the lines of the document."""
    bodies = _without_furniture(pages)
    margins = _margins([item for body in bodies for item in body if isinstance(item, Line)])
    found: list[list[str]] = []
    before: Line | None = None
    for body in bodies:
        for place, item in enumerate(body):
            if isinstance(item, str):
                found.append([item])
                before = None
                continue
            if before and _continues(before, item, margins[round(item.width)], new_page=place == 0):
                found[-1].append(item.text)
            else:
                found.append([item.text])
            before = item
    return [_joined(pieces) for pieces in found]


def _joined(pieces: list[str]) -> str:
    parts = [pieces[0]]
    for piece in pieces[1:]:
        parts.append(mended(parts[-1][-1:], piece)[len(parts[-1][-1:]) :])
    return "".join(parts)


def _without_furniture(pages: list[list[Line | str]]) -> list[list[Line | str]]:
    edges: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edges.update({_edge_key(line) for line in _edge_lines(page)})
    floor = max(REPEATED_PAGES, REPEATED_SHARE * len(pages))
    return [[item for item in page if not _is_furniture(item, page, edges, floor)] for page in pages]


def _edge_lines(page: list[Line | str]) -> list[Line]:
    lines = sorted((item for item in page if isinstance(item, Line)), key=lambda line: line.middle)
    return lines if len(lines) <= 4 else [*lines[:2], *lines[-2:]]


def _edge_key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.middle / 8)


def _is_furniture(
    item: Line | str, page: list[Line | str], edges: Counter[tuple[str, int]], floor: float
) -> bool:
    if isinstance(item, str) or item not in (edge := _edge_lines(page)):
        return False
    if edges[_edge_key(item)] >= floor:
        return True
    outermost = item is edge[0] or item is edge[-1]
    return outermost and len(edge) > 1 and _PAGE_NUMBER.fullmatch(item.text) is not None


def _margins(lines: list[Line]) -> dict[int, _Margins]:
    """The text's left and right edge for each page width; robust against one line that sticks out."""
    found = {}
    for width in {round(line.width) for line in lines}:
        these = [line for line in lines if round(line.width) == width]
        lefts = sorted(line.left for line in these)
        rights = sorted(line.right for line in these)
        left, right = lefts[len(these) // 20], rights[-1 - len(these) // 20]
        sizes = sorted(line.size for line in these)
        size = sizes[len(sizes) // 2]
        indents = sum(INDENT * size < line.left - left < WIDE_STEP * size for line in these)
        found[width] = _Margins(left, right, indents * 10 >= len(these))
    return found


def _continues(before: Line, line: Line, margins: _Margins, *, new_page: bool) -> bool:
    size = before.size
    if "\t" in before.text or "\t" in line.text or before.width != line.width:
        return False
    if abs(before.size - line.size) > 0.15 * size or before.right < margins.right - REACH * size:
        return False
    if not new_page and before.middle - line.middle > WIDE_STEP * size:
        return False
    if line.left - margins.left > INDENT * size or _BEGINNING.match(line.text):
        return False
    return margins.indented or before.text[-1] not in ENDS
