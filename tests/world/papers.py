"""Builds real files for the tests: Word packages from raw XML, PDFs by drawing, all texts invented."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Drawing = Callable[[Canvas], None]
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXTRA = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(path, content)
    return made.getvalue()


def word_parts(
    body: str, numbering: str = "", styles: str = "", namespace: str = W, content_type: str = WORD_TYPE
) -> dict[str, str]:
    """The parts of a Word package around the XML of a body, of numbering and of styles."""
    root = f'xmlns:w="{namespace}" {EXTRA}'
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Override PartName="/word/document.xml" '
        f'ContentType="{content_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="/word/styles.xml"/></Relationships>',
        "word/document.xml": f"<w:document {root}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {root}>{numbering}</w:numbering>",
        "word/styles.xml": f"<w:styles {root}>{styles}</w:styles>",
    }


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word package."""
    return zipped(word_parts(body, numbering, styles))


def sheet(rows: str, strings: str = "") -> bytes:
    """A workbook of one sheet from the XML of its rows (and merges) and of its shared strings."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book_type = WORD_TYPE.replace("wordprocessingml.document", "spreadsheetml.sheet")
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Override PartName="/xl/workbook.xml" '
            f'ContentType="{book_type}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="a" r:id="s"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
            f'<Relationship Id="s" Type="{OFFICE}/worksheet" Target="s.xml"/>'
            f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="t.xml"/></Relationships>',
            "xl/s.xml": f'<worksheet xmlns="{main}">{rows}</worksheet>',
            "xl/t.xml": f'<sst xmlns="{main}">{strings}</sst>',
        }
    )


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def listed(text: str, num: int = 1, level: int = 0) -> str:
    """A paragraph that names its list itself."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(place: int, style: str, text: str, start: int = 1, more: str = "") -> str:
    """One level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    """An abstract list 0 of these levels and the list 1 that uses it."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def table(*rows: str, columns: int = 3) -> str:
    """A Word table of rows, each the XML of its cells."""
    grid = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A Word cell; text becomes a paragraph."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def workbook(fill: Callable[[xlsxwriter.Workbook], None], **options: object) -> bytes:
    """An Excel file that ``fill`` writes; options are XlsxWriter's."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, **options})
    fill(book)
    book.close()
    return made.getvalue()


def drawn(*pages: Drawing, **options: Any) -> bytes:
    """A PDF of A4 pages, each drawn by one function in 16-point Song type."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, **options)
    for draw in pages:
        canvas.setFont("STSong-Light", 16)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def typed(*lines: str, left: float = 72, top: float = 760, step: float = 28) -> Drawing:
    """Draws lines downwards; each full-width space at a line's beginning indents it by a character."""

    def draw(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            text = line.lstrip("\u3000")
            canvas.drawString(left + 16 * (len(line) - len(text)), top - step * place, text)

    return draw
