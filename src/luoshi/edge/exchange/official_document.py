"""A Word document laid out as GB/T 9704-2012 asks of official documents of Party and government organs.

The figures are the standard's: A4, white above 37 mm and left 28 mm, text area 156 mm × 225 mm (5.1, 5.2.1); body in size 3
仿宋, 22 lines a page of 28 characters (5.2.2, 5.2.3); title in size 2 小标宋, centred (7.3.1); page number 4号 宋体, 7 mm below
the text area, odd right and even left, one character in (7.5). A word processor's margins are not the white edge:
the first line hangs in its pitch, so the top margin is less than 37 mm (GB/T 33476.2-2016). The pitch of 28.95 pt is practice.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

# What XML 1.0 cannot hold, though somebody may have pasted it.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Faces by their use; a machine without them shows its nearest, the document keeps asking for these.
BODY, TITLE, FIRST_HEADING, NAME, FIGURES = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
SIZE_2, SIZE_3, SIZE_4 = Pt(22), Pt(16), Pt(14)
PITCH = Pt(28.95)
TOP, BOTTOM, LEFT, RIGHT = Mm(34.58), Mm(32.58), Mm(28), Mm(26)
LINES, CHARACTERS = 22, 28
# 28 characters of 16 pt are 158 mm and the text area has 156: each is set a quarter of a point closer.
CLOSER = -5
RED, BLACK = RGBColor(0xC0, 0x00, 0x00), RGBColor(0, 0, 0)
# From the paper's edge to the lower edge of the number's line, whose dashes then lie 7 mm below the text area.
FOOTER = Mm(25)


class OfficialDocument:
    """A document that is written from top to bottom 公文."""

    def __init__(self, *, title: str) -> None:
        self._made = Document()
        self._made.core_properties.title = UNWRITABLE.sub("", title)
        self._made.core_properties.author = ""
        self._lay_out()
        self._number_pages()

    def mark(self, organ: str) -> None:
        """Write the organ's mark, red, its upper edge 35 mm below the text area's (7.2.4)."""
        line = self._paragraph(organ, TITLE, Pt(30), align=WD_ALIGN_PARAGRAPH.CENTER, colour=RED)
        # An exact pitch leaves out the white before the first line of a page, so this much is above the mark.
        line.paragraph_format.space_before = Mm(35)
        line.paragraph_format.line_spacing = Pt(40)

    def number(self, number: str) -> None:
        """Write the document number, two lines below the mark, with the red line 4 mm below it (7.2.5, 7.2.7)."""
        self.blank()
        line = self._paragraph(number, BODY, SIZE_3, align=WD_ALIGN_PARAGRAPH.CENTER)
        _rule_below(line, space_pt=11)

    def title(self, title: str) -> None:
        """Write the title, two lines below the red line (7.3.1)."""
        self.blank()
        line = self._paragraph(title, TITLE, SIZE_2, align=WD_ALIGN_PARAGRAPH.CENTER)
        line.paragraph_format.keep_together = True

    def recipient(self, name: str) -> None:
        """Write whom it is for, one line below the title, flush left, with a full-width colon (7.3.2)."""
        self.blank()
        self._paragraph(f"{name}：", BODY, SIZE_3)

    def heading(self, text: str) -> None:
        """Write a heading of the first level in 黑体 (7.3.3)."""
        self._paragraph(text, FIRST_HEADING, SIZE_3, indent=2)

    def text(self, text: str) -> None:
        """Write paragraphs of the body, each two characters in (7.3.3)."""
        for each in filter(None, map(str.strip, text.splitlines())):
            self._paragraph(each, BODY, SIZE_3, indent=2)

    def signed(self, organ: str, day: str) -> None:
        """Write who issued it and when: the day four characters in from the right, the organ centred above it (7.3.5)."""
        self.blank()
        above = max(2.0, 4 + (_width(day) - _width(organ)) / 2)
        for words, inward in ((organ, above), (day, 4.0)):
            line = self._paragraph(words, BODY, SIZE_3, align=WD_ALIGN_PARAGRAPH.RIGHT)
            line.paragraph_format.right_indent = Pt(SIZE_3.pt * inward)
            line.paragraph_format.keep_with_next = words == organ

    def blank(self) -> None:
        """Leave one line."""
        self._paragraph("", BODY, SIZE_3)

    def content(self) -> bytes:
        """Return the file."""
        written = BytesIO()
        self._made.save(written)
        return written.getvalue()

    def _lay_out(self) -> None:
        section = self._made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = TOP, BOTTOM
        section.left_margin, section.right_margin = LEFT, RIGHT
        section.header_distance, section.footer_distance = Mm(15), FOOTER
        grid = section._sectPr.find(qn("w:docGrid"))  # noqa: SLF001  # the library has no word for the grid
        if grid is not None:
            section._sectPr.remove(grid)  # noqa: SLF001  # lines are pitched exactly; a grid would round them
        normal = self._made.styles["Normal"]
        normal.font.size = SIZE_3
        _face(normal.element.get_or_add_rPr(), BODY)
        for script in ("w:autoSpaceDE", "w:autoSpaceDN"):
            # Word would put white between figures and Chinese, and lines would lose their 28 characters.
            off = _element(script)
            off.set(qn("w:val"), "0")
            normal.element.get_or_add_pPr().append(off)

    def _number_pages(self) -> None:
        self._made.settings.odd_and_even_pages_header_footer = True
        section = self._made.sections[0]
        sides = (
            (section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right_indent"),
            (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left_indent"),
        )
        for footer, side, indent in sides:
            line = footer.paragraphs[0]
            line.alignment = side
            setattr(line.paragraph_format, indent, SIZE_4)
            for run in ("— ", "PAGE", " —"):
                _styled(_field(line) if run == "PAGE" else line.add_run(run), FIGURES, SIZE_4, BLACK)

    def _paragraph(
        self,
        text: str,
        face: str,
        size: Pt,
        *,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY,
        indent: int = 0,
        colour: RGBColor = BLACK,
    ) -> Paragraph:
        line = self._made.add_paragraph()
        shape = line.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        shape.line_spacing = PITCH
        shape.widow_control = False
        shape.alignment = align
        if indent:
            shape.first_line_indent = Pt(size.pt * indent)
        run = line.add_run(UNWRITABLE.sub("", text))
        _styled(run, face, size, colour)
        if size == SIZE_3:
            _set_closer(run)
        return line


def _width(words: str) -> float:
    """Return how many full characters wide the words are; figures are half as wide."""
    return sum(0.5 if each.isascii() else 1.0 for each in words)


def _styled(run: Run, face: str, size: Pt, colour: RGBColor) -> None:
    run.font.size, run.font.color.rgb = size, colour
    _face(run._element.get_or_add_rPr(), face)  # noqa: SLF001  # the library knows only Western faces


def _set_closer(run: Run) -> None:
    spacing = _element("w:spacing")
    spacing.set(qn("w:val"), str(CLOSER))
    properties = run._element.get_or_add_rPr()  # noqa: SLF001  # as above
    properties.insert_element_before(
        spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:u", "w:lang"
    )


def _face(properties: Any, face: str) -> None:
    """Name the face for every script, so that figures stand in it like the Chinese around them."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face)


def _field(line: Paragraph) -> Run:
    """Add the number of the page as a field."""
    run = line.add_run()
    parts: Iterable[tuple[str, str]] = (("begin", ""), ("", "PAGE"), ("end", ""))
    for kind, words in parts:
        part: Any = _element("w:instrText" if words else "w:fldChar")
        if words:
            part.text = words
        else:
            part.set(qn("w:fldCharType"), kind)
        run._element.append(part)  # noqa: SLF001  # as above
    return run


def _element(name: str) -> Any:
    """Return a new element of Word's own vocabulary; the library's types know only those that it wraps."""
    return OxmlElement(name)


def _rule_below(line: Paragraph, space_pt: int) -> None:
    borders, rule = _element("w:pBdr"), _element("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", str(space_pt)), ("color", "C00000")):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    properties = line._element.get_or_add_pPr()  # noqa: SLF001  # as above
    properties.insert_element_before(
        borders,
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:kinsoku",
        "w:wordWrap",
        "w:spacing",
        "w:ind",
        "w:jc",
    )
