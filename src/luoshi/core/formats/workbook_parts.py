"""The parts of a workbook beside its sheets: which sheets there are, shared strings, number formats.

Source: ECMA-376 Part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
"""

from .cell_values import BUILT_IN
from .lines import Budget
from .refusals import TOO_LONG, Unreadable
from .xml_parts import Handler, is_on, whole_number

# A cell holds 32,767 characters at most, so that its text cannot come in more pieces.
PIECES = 40_000


class Workbook(Handler):
    """``sheets`` are the visible ones in order: (name, relationship id); ``from_1904`` is the date system."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "x:sheet" and attributes.get("state", "visible") == "visible":
            self.sheets.append((attributes.get("name", ""), attributes.get("r:id", "")))
        elif name == "x:workbookPr":
            self.from_1904 = is_on({"w:val": attributes.get("date1904", "0")})


class SharedStrings(Handler):
    """``texts``: the shared strings by their place; the phonetic reading of a string is left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._budget = Budget()
        self._parts: list[str] = []
        self._is_text = False
        self._phonetic = 0

    def opens(self, name: str, _attributes: dict[str, str]) -> None:
        if name == "x:si":
            self._parts = []
        elif name == "x:t":
            self._is_text = not self._phonetic
        elif name == "x:rPh":
            self._phonetic += 1

    def closes(self, name: str) -> None:
        if name == "x:si":
            self.texts.append(self._budget.spend("".join(self._parts)))
        elif name == "x:t":
            self._is_text = False
        elif name == "x:rPh":
            self._phonetic -= 1

    def says(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)
            if len(self._parts) > PIECES:
                raise Unreadable(TOO_LONG)


class Styles(Handler):
    """``codes``: the number format of each cell style, by the style's place; ``""`` is the general one."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._own: dict[int, str] = {}
        self._is_cell_style = False

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "x:numFmt":
            number = whole_number(attributes.get("numFmtId"))
            if number is not None:
                self._own[number] = attributes.get("formatCode", "")[:200]
        elif name == "x:cellXfs":
            self._is_cell_style = True
        elif name == "x:xf" and self._is_cell_style:
            number = whole_number(attributes.get("numFmtId")) or 0
            self.codes.append(self._own.get(number, BUILT_IN.get(number, "")))

    def closes(self, name: str) -> None:
        if name == "x:cellXfs":
            self._is_cell_style = False
