"""Characters of a PDF page become lines and table rows, in the order in which they were written."""

from dataclasses import dataclass

from .lines import row as joined
from .pdf_glyphs import Glyph, Page
from .pdf_tables import Grid, grids_of

# A gap wider than this many characters between two words of a line stands for a column.
COLUMN_GAP = 2.0


@dataclass(slots=True)
class Line:
    """A line of a page: text, left and right end, height of its middle, type size, page width (points)."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    width: float


def items_of(page: Page) -> list[Line | str]:
    """The lines of a page and, as plain strings, the rows of its ruled tables."""
    grids = grids_of(page)
    items: list[Line | str] = []
    cells: list[dict[int, list[Glyph]]] = [{} for _ in grids]
    places: dict[int, int] = {}
    run: list[Glyph] = []
    for glyph in page.glyphs:
        held = next(
            ((n, cell) for n, grid in enumerate(grids) if (cell := grid.cell_at(glyph)) is not None), None
        )
        if held is not None:
            if held[0] not in places:
                _flush(run, items, page.width)
                places[held[0]] = len(items)
                items.append("")
            cells[held[0]].setdefault(held[1], []).append(glyph)
        elif run and not _on_same_line(run, glyph):
            _flush(run, items, page.width)
            run.append(glyph)
        else:
            run.append(glyph)
    _flush(run, items, page.width)
    return [part for place, item in enumerate(items) for part in _expanded(place, item, grids, cells, places)]


def _expanded(
    place: int,
    item: Line | str,
    grids: list[Grid],
    cells: list[dict[int, list[Glyph]]],
    places: dict[int, int],
) -> list[Line | str]:
    """A table's place holder becomes its rows; a line stays as it is."""
    if isinstance(item, Line):
        return [item]
    number = next(number for number, at in places.items() if at == place)
    texts = {cell: _in_cell(glyphs) for cell, glyphs in cells[number].items()}
    return [line for row in grids[number].rows(texts) if (line := joined(row))]


def _on_same_line(run: list[Glyph], glyph: Glyph) -> bool:
    last = run[-1]
    height = max(last.top - last.bottom, glyph.top - glyph.bottom, 1.0)
    level = abs((last.top + last.bottom) - (glyph.top + glyph.bottom)) / 2 < height * 0.5
    return level and glyph.left > last.left - height


def _flush(run: list[Glyph], items: list[Line | str], width: float) -> None:
    text = _joined(run)
    solid = [glyph for glyph in run if not glyph.character.isspace()]
    run.clear()
    if not text or not solid:
        return
    heights = sorted(glyph.top - glyph.bottom for glyph in solid)
    middle = (solid[0].top + solid[0].bottom) / 2
    left, right = min(glyph.left for glyph in solid), max(glyph.right for glyph in solid)
    items.append(Line(text, left, right, middle, heights[len(heights) // 2], width))


def _joined(run: list[Glyph]) -> str:
    """The text of a line: wide gaps become tabs, spaces that PDFium inferred beside Chinese go."""
    parts: list[str] = []
    last: Glyph | None = None
    space = ""
    for glyph in run:
        if glyph.character.isspace():
            space = space if glyph.generated else space + glyph.character
            space = space or (" " if glyph.generated else "")
            continue
        if last is not None:
            gap = glyph.left - last.right
            if gap > COLUMN_GAP * max(glyph.top - glyph.bottom, 1.0):
                parts.append("\t")
            elif space and not (space == " " and (is_wide(last.character) or is_wide(glyph.character))):
                parts.append(space)
        parts.append(glyph.character)
        last, space = glyph, ""
    return "".join(parts)


def _in_cell(glyphs: list[Glyph]) -> str:
    """The text of a cell: lines that were only wrapped are joined again."""
    text = ""
    start = 0
    for place in range(1, len(glyphs) + 1):
        if place == len(glyphs) or not _on_same_line(glyphs[place - 1 : place], glyphs[place]):
            text = mended(text, _joined(glyphs[start:place]).replace("\t", " "))
            start = place
    return text


def mended(first: str, second: str) -> str:
    """Two pieces of a wrapped text as one: a space only between Latin words or figures."""
    if not first or not second or is_wide(first[-1]) or is_wide(second[0]):
        return first + second
    return f"{first} {second}"


def is_wide(character: str) -> bool:
    """Whether a character is set as wide as a Chinese one, so that no space stands beside it."""
    return "\u2e80" <= character <= "\uffef" or character in "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"
