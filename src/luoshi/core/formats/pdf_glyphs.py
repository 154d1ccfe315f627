"""What stands on a PDF page: characters with their boxes, ruling lines, whether there are pictures.

Coordinates are points (1/72 inch) as the page is seen: x to the right, y upwards, rotation undone.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

THIN = 1.5
SHORTEST_RULE = 6.0
MOST_RULES = 4_000
PRIVATE, SURROGATES, LAST = range(0xE000, 0xF900), range(0xD800, 0xE000), 0x10FFFF


class Glyph(NamedTuple):
    """One character and its box; ``generated`` when PDFium inferred it (a space between words)."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    generated: bool


class Rule(NamedTuple):
    """A straight line: ``at`` is its x (upright) or y (level), ``start`` and ``end`` on the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """One page; ``unmapped`` counts characters without a Unicode value."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    unmapped: int = 0
    has_picture: bool = False


class _View:
    """Turns page coordinates into seen ones for a rotation of 0, 90, 180 or 270 degrees."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        left, bottom, right, top = page.get_mediabox()
        self.left, self.bottom = left, bottom
        self.width, self.height = right - left, top - bottom
        self.rotation = page.get_rotation()

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        turned = {90: (y, self.width - x), 180: (self.width - x, self.height - y), 270: (self.height - y, x)}
        return turned.get(self.rotation, (x, y))

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def page_of(document: pypdfium2.PdfDocument, place: int) -> Page:
    """Reads the page at ``place`` (from 0)."""
    page = document[place]
    view = _View(page)
    sideways = view.rotation in (90, 270)
    size = (view.height, view.width) if sideways else (view.width, view.height)
    found = Page(*size)
    _read_glyphs(page, view, found)
    _read_objects(page, view, found)
    page.close()
    return found


def _read_glyphs(page: pypdfium2.PdfPage, view: _View, found: Page) -> None:
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if pdfium.FPDFText_IsGenerated(text, place) == 1:
            # An inferred space has no true box of its own: it stands at the end of what came before.
            if code == ord(" ") and found.glyphs:
                last = found.glyphs[-1]
                found.glyphs.append(Glyph(" ", last.right, last.bottom, last.right, last.top, True))
        elif _is_unmapped(code) or pdfium.FPDFText_HasUnicodeMapError(text, place) == 1:
            found.unmapped += 1
        elif code >= ord(" ") and pdfium.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            seen = view.box(box.left, box.bottom, box.right, box.top)
            found.glyphs.append(Glyph(chr(code), *seen, False))
    text.close()


def _is_unmapped(code: int) -> bool:
    return code in (0, 0xFFFD, 0xFFFE) or code in PRIVATE or code in SURROGATES or code > LAST


def _read_objects(page: pypdfium2.PdfPage, view: _View, found: Page) -> None:
    wanted = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for thing in page.get_objects(filter=wanted, max_depth=3):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.has_picture = True
        elif len(found.upright) + len(found.level) < MOST_RULES:
            for x1, y1, x2, y2 in _strokes(thing):
                _add_rule(found, *view.box(x1, y1, x2, y2))


def _strokes(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path; a thin filled rectangle, as Word draws a border, is one piece."""
    try:
        left, bottom, right, top = path.get_bounds()
    except pypdfium2.PdfiumError:
        return
    if right - left <= THIN * 2 or top - bottom <= THIN * 2:
        yield left, bottom, right, top
        return
    matrix = path.get_matrix()
    before: tuple[float, float] | None = None
    for place in range(min(pdfium.FPDFPath_CountSegments(path), MOST_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        if before is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            yield (*before, *here)
        before = here


def _add_rule(found: Page, left: float, bottom: float, right: float, top: float) -> None:
    wide, high = right - left, top - bottom
    if wide <= THIN * 2 and high >= SHORTEST_RULE:
        found.upright.append(Rule((left + right) / 2, bottom, top))
    elif high <= THIN * 2 and wide >= SHORTEST_RULE:
        found.level.append(Rule((bottom + top) / 2, left, right))
