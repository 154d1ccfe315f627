"""PDF with text: pages become lines, lines paragraphs again, ruled tables rows.

PDFium (pypdfium2) reads the characters with their boxes; everything else is geometry here. PDFium
holds no memory bound of its own (57 KB can ask for 850 MB), so a server opens PDFs in a
confined process of their own: see ``luoshi.edge.exchange``.
"""

from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from .lines import Budget
from .pdf_glyphs import Page, page_of
from .pdf_layout import Line, items_of
from .pdf_paragraphs import paragraphs
from .refusals import DAMAGED, LOCKED, SCANNED, TOO_LONG, UNMAPPED, Unreadable

PAGES = 5_000
GLYPHS = 10_000_000
TAIL = 4_096
UNMAPPED_SHARE = 0.2
# PDFium keeps global state and is not safe to call from two threads at once.
_ONE_AT_A_TIME = Lock()


def text_of(data: bytes) -> str:
    """The text of a PDF; raises Unreadable for scans, locked, cut-off and unmappable files."""
    if b"%%EOF" not in data[-TAIL:]:
        raise Unreadable(DAMAGED)
    with _ONE_AT_A_TIME:
        pages = _pages(data)
    budget = Budget()
    return "\n".join(budget.spend(line) for line in paragraphs(pages) if line.strip())


def _pages(data: bytes) -> list[list[Line | str]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable(LOCKED if locked else DAMAGED) from None
    try:
        return _read(document)
    except pypdfium2.PdfiumError:
        raise Unreadable(DAMAGED) from None
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> list[list[Line | str]]:
    if len(document) > PAGES:
        raise Unreadable(TOO_LONG)
    glyphs = unmapped = blank = 0
    pages: list[list[Line | str]] = []
    for place in range(len(document)):
        page: Page = page_of(document, place)
        glyphs += len(page.glyphs)
        unmapped += page.unmapped
        blank += page.has_picture and not page.glyphs and not page.unmapped
        if glyphs > GLYPHS:
            raise Unreadable(TOO_LONG)
        pages.append(items_of(page))
    # A scan with a typed cover is still a scan: what most pages say would be lost in silence.
    if blank * 2 > len(pages) or (blank and not glyphs):
        raise Unreadable(SCANNED)
    if unmapped > UNMAPPED_SHARE * max(glyphs + unmapped, 1):
        raise Unreadable(UNMAPPED)
    return pages
