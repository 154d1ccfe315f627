"""Reads ``numbering.xml`` and ``styles.xml`` of a Word package into numbering definitions.

Source: ECMA-376 Part 1, 17.9 (numbering) and 17.7 (styles).
"""

from collections.abc import Callable

from .numbering import LEVELS, Abstract, Definitions, Level, Num, Style
from .package import Package
from .xml_parts import Handler, feed, is_on, whole_number

PART = 20 * 2**20
LONGEST_TEXT = 200


def definitions(package: Package) -> Definitions:
    """The lists and styles of a Word package; empty ones where it has no such part."""
    found = Definitions()
    for kind, handler in (("styles", _Styles(found)), ("numbering", _Lists(found))):
        path = package.related(package.main, kind)
        if path is not None:
            feed(package.part(path, PART), handler)
    return found


class _Lists(Handler):
    def __init__(self, found: Definitions) -> None:
        self.found = found
        self.levels: dict[int, Level] = {}
        self.abstract = Abstract()
        self.num = Num()
        self.level = Level()
        self.place: int | None = None
        self.replaced: int | None = None
        self.choices = 0

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "mc:Choice":
            self.choices += 1
        elif name == "w:abstractNum":
            self.abstract = self.found.abstracts[attributes.get("w:abstractNumId", "")] = Abstract()
            self.levels = self.abstract.levels
        elif name == "w:num":
            self.num = self.found.nums[attributes.get("w:numId", "")] = Num()
            self.levels = self.num.levels
        elif name == "w:numStyleLink":
            self.abstract.link = value
        elif name == "w:abstractNumId":
            self.num.abstract = value
        elif name == "w:lvlOverride":
            self.replaced = _level(attributes.get("w:ilvl"))
        elif name == "w:startOverride" and self.replaced is not None:
            self.num.starts[self.replaced] = whole_number(value) or 0
        elif name == "w:lvl":
            self.place = _level(attributes.get("w:ilvl"))
            self.level = Level()
        elif self.place is not None:
            self._describe(name, value, attributes)

    def _describe(self, name: str, value: str, attributes: dict[str, str]) -> None:
        simple: dict[str, Callable[[Level], None]] = {
            "w:start": lambda level: setattr(level, "start", whole_number(value) or 0),
            "w:lvlText": lambda level: setattr(level, "text", value[:LONGEST_TEXT]),
            "w:suff": lambda level: setattr(level, "suffix", value),
            "w:pStyle": lambda level: setattr(level, "style", value),
            "w:lvlRestart": lambda level: setattr(level, "restart", whole_number(value)),
            "w:isLgl": lambda level: setattr(level, "legal", is_on(attributes)),
        }
        if name in simple:
            simple[name](self.level)
        elif name == "w:rFonts":
            self.level.font = attributes.get("w:ascii", attributes.get("w:hAnsi", ""))
        elif name == "w:numFmt" and not (self.choices and self.level.sample):
            # A custom format stands in an mc:Choice; the plain one in the fallback must not replace it.
            self.level.format, self.level.sample = value, attributes.get("w:format", "")

    def closes(self, name: str) -> None:
        if name == "w:lvl" and self.place is not None:
            self.levels[self.place] = self.level
            self.place, self.choices = None, 0
        elif name == "w:lvlOverride":
            self.replaced = None


class _Styles(Handler):
    def __init__(self, found: Definitions) -> None:
        self.found = found
        self.style = Style()

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            identity = attributes.get("w:styleId", "")
            self.style = self.found.styles[identity] = Style()
            if attributes.get("w:type") == "paragraph" and is_on({"w:val": attributes.get("w:default", "0")}):
                self.found.default_style = identity
        elif name == "w:basedOn":
            self.style.based_on = value
        elif name == "w:numId":
            self.style.num = value
        elif name == "w:ilvl":
            self.style.level = _level(value)


def _level(text: str | None) -> int | None:
    level = whole_number(text)
    return level if level is not None and level < LEVELS else None
