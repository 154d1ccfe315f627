"""Web pages: the text by blocks, list numbers as a browser shows them, table rows as lines.

lxml's push parser builds no tree; libxml2 splits tags as HTML5 does, repairs what is not closed and
fetches nothing.
"""

import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from .encodings import decoded
from .html_tables import HtmlTable
from .lines import CHARACTERS, Budget
from .number_formats import write
from .refusals import TOO_DEEP, Unreadable
from .xml_parts import whole_number

DEPTH = 2_000
PIECE = 2**16
# What is kept until a table or a block ends is paid for: its objects weigh more than its text.
BUDGET = 2 * CHARACTERS
CELL, PIECE_OF_TEXT = 64, 16
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "nav", "ol", "optgroup", "option", "p", "pre", "section",
        "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
SILENT = frozenset(
    (
        "button", "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template",
        "textarea", "title",
    )
)  # fmt: skip
# An ordered list's type attribute and the format of the same look in Word.
LIST_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})""", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def text_of(data: bytes) -> str:
    """The text of a page; its encoding is the byte-order mark's, the declared or the likeliest one."""
    declared = _CHARSET.search(data[:4096])
    text = decoded(data, declared[1].decode("ascii", "replace").lower() if declared else None)
    page = _Page()
    parser = etree.HTMLParser(target=cast("etree.ParserTarget[None]", page), no_network=True, huge_tree=False)
    try:
        for start in range(0, len(text), PIECE):
            parser.feed(text[start : start + PIECE])
        parser.close()
    except etree.LxmlError:
        # The parser gives up on pages without any element; what it has said until then stands.
        page.close()
    return "\n".join(page.lines)


@dataclass(slots=True)
class _List:
    format: str | None
    next: int = 1


@dataclass(slots=True)
class _Blocks:
    """Where lines go: the page itself, or a cell."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class _Page:
    """lxml's parser target: collects words into lines, breaks lines at blocks."""

    def __init__(self) -> None:
        self.budget = Budget(BUDGET)
        self.sinks = [_Blocks()]
        self.tables: list[HtmlTable] = []
        self.lists: list[_List] = []
        self.open: list[str] = []
        self.silent_from = 0
        self.preformatted = 0

    @property
    def lines(self) -> list[str]:
        return self.sinks[0].lines

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.open.append(tag)
        if len(self.open) > DEPTH:
            raise Unreadable(TOO_DEEP)
        if self.silent_from:
            return
        if tag in SILENT or "hidden" in attributes:
            self.silent_from = len(self.open)
            return
        if tag in BLOCKS or tag == "br":
            self._break()
        if tag == "pre":
            self.preformatted += 1
        elif tag in ("ol", "ul"):
            style = LIST_TYPES.get(attributes.get("type", "1"), "decimal") if tag == "ol" else None
            first = whole_number(attributes.get("start"))
            self.lists.append(_List(style, 1 if first is None else first))
        elif tag == "li":
            self._item(attributes)
        else:
            self._start_table(tag, attributes)

    def _item(self, attributes: dict[str, str]) -> None:
        if not self.lists or self.lists[-1].format is None:
            return
        count = whole_number(attributes.get("value"))
        count = self.lists[-1].next if count is None else count
        self.sinks[-1].words.append(f"{write(count, self.lists[-1].format)}. ")
        self.lists[-1].next = count + 1

    def _start_table(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self.tables.append(HtmlTable())
        elif tag == "tr" and self.tables:
            self.budget.take(CELL)
            self.tables[-1].open_row()
        elif tag in ("td", "th") and self.tables:
            self.budget.take(CELL)
            self.tables[-1].open_cell(
                whole_number(attributes.get("colspan")), whole_number(attributes.get("rowspan"))
            )
            self.sinks.append(_Blocks())

    def end(self, tag: str) -> None:
        if self.silent_from:
            if self.silent_from == len(self.open):
                self.silent_from = 0
            self.open.pop()
            return
        self.open.pop()
        if tag in BLOCKS:
            self._break()
        if tag == "pre":
            self.preformatted -= 1
        elif tag in ("ol", "ul"):
            self.lists.pop()
        elif tag in ("td", "th") and self.tables:
            self.tables[-1].close_cell(self.sinks.pop().lines)
        elif tag == "table":
            table = self.tables.pop()
            if self.tables:
                self.tables[-1].holds_table()
            self.sinks[-1].lines += table.lines(self.budget)

    def data(self, text: str) -> None:
        if self.silent_from:
            return
        self.budget.take(PIECE_OF_TEXT)
        if self.preformatted:
            first, *others = text.split("\n")
            self.sinks[-1].words.append(first)
            for line in others:
                self._break()
                self.sinks[-1].words.append(line)
        else:
            self.sinks[-1].words.append(text)

    def close(self) -> None:
        while len(self.sinks) > 1:
            self._break()
            inner = self.sinks.pop()
            self.sinks[-1].lines += inner.lines
        self._break()

    def _break(self) -> None:
        sink = self.sinks[-1]
        if not sink.words:
            return
        text = _BLANKS.sub(" ", "".join(sink.words)).strip(" ")
        sink.words = []
        if text.strip():
            sink.lines.append(self.budget.spend(text))
