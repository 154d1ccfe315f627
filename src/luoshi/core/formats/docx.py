"""Word documents: the text that Word shows, in the order of the body.

``word/document.xml`` is read as a stream of events, so that a table of 100,000 rows takes no tree.
Headers, footers, notes and comments live in other parts and are not read.
Source: ECMA-376 Part 1, 17 (WordprocessingML).
"""

from dataclasses import dataclass, field

from .lines import Budget
from .numbering import Numbering
from .numbering_parts import definitions
from .package import Package
from .refusals import TOO_LONG, Unreadable
from .symbols import plain, shown
from .word_markup import ShownMarkup
from .word_tables import Table
from .xml_parts import feed, is_on, whole_number

# A paragraph of more pieces is no paragraph; the pieces would weigh far more than their text.
PIECES = 50_000
SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
TEXTS = ("w:t", "m:t")


def text_of(package: Package) -> str:
    """The text of a Word package: paragraphs and table rows, one a line, with their numbers."""
    body = _Body(Numbering(definitions(package)))
    feed(package.part(package.main), body)
    body.end_carried()
    return "\n".join(body.lines)


@dataclass(slots=True)
class _Paragraph:
    style: str | None = None
    num: str | None = None
    level: int | None = None
    parts: list[str] = field(default_factory=list)
    numbered: bool = False
    mark_deleted: bool = False


class _Body(ShownMarkup):
    """Turns events into lines; text boxes and nested tables suspend the paragraph or cell around them."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        self.numbering = numbering
        self.budget = Budget()
        self.lines: list[str] = []
        self.sinks = [self.lines]
        self.paragraphs: list[_Paragraph] = []
        self.tables: list[Table] = []
        self.invisible: list[bool] = []
        self.is_text = False
        self.carried: list[str] = []

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:p":
            self.paragraphs.append(_Paragraph())
        elif name == "w:r":
            self.invisible.append(False)
        elif name in TEXTS:
            self.is_text = True
        elif self.paragraphs and name.startswith("w:"):
            self._begins_inside(name, attributes)
        if self.tables or name == "w:tbl":
            self._begins_table(name, attributes)

    def _begins_inside(self, name: str, attributes: dict[str, str]) -> None:
        """Signs in a run, and the properties that matter of a paragraph or a run."""
        paragraph, value = self.paragraphs[-1], attributes.get("w:val", "")
        if name in SIGNS:
            self._write(SIGNS[name])
        elif name == "w:sym" and _is_code(code := attributes.get("w:char", "")):
            self._write(shown(int(code, 16), attributes.get("w:font", "")))
        elif name == "w:vanish" and self.path[-3:-1] == ["w:r", "w:rPr"]:
            self.invisible[-1] = is_on(attributes)
        elif name == "w:pStyle":
            paragraph.style = value
        elif name == "w:numId":
            paragraph.num = value
        elif name == "w:ilvl":
            paragraph.level = whole_number(value)

    def _begins_table(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:tbl":
            self.tables.append(Table())
        elif name == "w:tc":
            self.tables[-1].open_cell()
            self.sinks.append([])
        else:
            self.tables[-1].describe(name, attributes)

    def ends(self, name: str) -> None:
        if name in TEXTS:
            self.is_text = False
        elif name == "w:r":
            self.invisible.pop()
        elif name == "w:pPr":
            self._number()
        elif name == "w:p":
            self._end_paragraph()
        elif self.tables:
            self._ends_table(name)

    def _ends_table(self, name: str) -> None:
        if name == "w:tc":
            self.end_carried()
            self._put(self.tables[-1].close_cell(self.sinks.pop()))
        elif name == "w:tr":
            self._put(self.tables[-1].close_row())
        elif name == "w:tbl":
            self.tables.pop()

    def mark_deleted(self, around: str) -> None:
        if around == "w:pPr" and self.paragraphs:
            self.paragraphs[-1].mark_deleted = True
        elif around == "w:trPr" and self.tables:
            self.tables[-1].row.deleted = True

    def says(self, text: str) -> None:
        if self.is_text and self.is_shown:
            self._write(plain(text.replace("\r", " ").replace("\n", " ")))

    def _write(self, text: str) -> None:
        if self.paragraphs and not (self.invisible and self.invisible[-1]):
            parts = self.paragraphs[-1].parts
            parts.append(text)
            if len(parts) > PIECES:
                raise Unreadable(TOO_LONG)

    def _number(self) -> None:
        paragraph = self.paragraphs[-1] if self.paragraphs else None
        if paragraph is None or paragraph.numbered or paragraph.mark_deleted:
            return
        paragraph.numbered = True
        label = self.numbering.label(paragraph.style, paragraph.num, paragraph.level)
        if label:
            paragraph.parts.insert(0, label)

    def _end_paragraph(self) -> None:
        self._number()
        paragraph = self.paragraphs.pop()
        self.carried += paragraph.parts
        # A paragraph whose end was deleted runs on into the next one.
        if not paragraph.mark_deleted:
            self.end_carried()

    def end_carried(self) -> None:
        """Ends the line that is being gathered, if any."""
        text, self.carried = "".join(self.carried), []
        self._put(text.split("\n"))

    def _put(self, lines: list[str]) -> None:
        self.sinks[-1] += [self.budget.spend(line) for line in lines if line.strip()]


def _is_code(code: str) -> bool:
    return 0 < len(code) <= 6 and all(figure in "0123456789abcdefABCDEF" for figure in code)
