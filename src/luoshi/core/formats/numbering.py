"""Word's automatic numbering: the number that Word would show before a paragraph.

Source: ECMA-376 Part 1, 17.9 (numbering). A paragraph names a list (``num``) and a level, itself or
through its style; a list lends its levels from an abstract list and may replace or restart some.
"""

from dataclasses import dataclass, field

from .number_formats import write
from .symbols import plain

LEVELS = 9
# A tab after these full-width marks is only a gap on paper; after Arabic figures it keeps "1." from "5亿元".
CLOSING = "、）．。：，；)】〕》」"


@dataclass(slots=True)
class Level:
    """One level of a list; ``restart`` is the level (from 1) that restarts it, 0 never, None any above."""

    start: int = 0
    format: str = "decimal"
    sample: str = ""
    text: str = ""
    suffix: str = "tab"
    font: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class Abstract:
    """An abstract list: its levels; ``link`` names a style that holds the real one."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class Num:
    """A list in the document: its abstract list, replaced levels and restart values by level from 0."""

    abstract: str = ""
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Style:
    """What a style says about numbering; ``based_on`` is the id of the style it inherits from."""

    num: str | None = None
    level: int | None = None
    based_on: str | None = None


@dataclass(slots=True)
class Definitions:
    """The lists and styles of one document, by id."""

    abstracts: dict[str, Abstract] = field(default_factory=dict)
    nums: dict[str, Num] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    default_style: str | None = None


class Numbering:
    """Counts the numbered paragraphs of one document, in the order of the document."""

    def __init__(self, definitions: Definitions) -> None:
        self._lists = definitions
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, style: str | None, num: str | None, level: int | None) -> str:
        """The number of the next paragraph with its suffix, ``""`` when it has none.

        ``style``, ``num`` and ``level`` (from 0) are what the paragraph itself names.
        """
        styled_num, styled_level = self._from_style(style or self._lists.default_style)
        num = num if num is not None else styled_num
        if num is None or num not in self._lists.nums:
            return ""
        level = level if level is not None else (styled_level or 0)
        abstract, levels = self._levels(num)
        if not 0 <= level < LEVELS or level not in levels:
            return ""
        self._count(num, abstract, levels, level)
        return self._written(num, abstract, levels, level)

    def _from_style(self, style: str | None) -> tuple[str | None, int | None]:
        seen: set[str] = set()
        level: int | None = None
        while style is not None and style not in seen and style in self._lists.styles:
            seen.add(style)
            found = self._lists.styles[style]
            level = found.level if level is None else level
            if found.num is not None:
                return found.num, self._level_of_style(found.num, seen, level)
            style = found.based_on
        return None, level

    def _level_of_style(self, num: str, styles: set[str], otherwise: int | None) -> int | None:
        """A style's level is the one that names the style; its own figure counts when none does."""
        _, levels = self._levels(num)
        linked = (place for place, level in levels.items() if level.style in styles)
        return next(linked, otherwise)

    def _levels(self, num: str) -> tuple[str, dict[int, Level]]:
        """The id of the abstract list that counts for ``num``, and its levels as ``num`` has them."""
        found = self._lists.nums.get(num, Num())
        abstract = found.abstract
        for _ in range(LEVELS):
            link = self._lists.abstracts.get(abstract, Abstract()).link
            style = self._lists.styles.get(link, Style()) if link else Style()
            if style.num is None or style.num not in self._lists.nums:
                break
            abstract = self._lists.nums[style.num].abstract
        levels = self._lists.abstracts.get(abstract, Abstract()).levels
        return abstract, {**levels, **found.levels} if found.levels else levels

    def _count(self, num: str, abstract: str, levels: dict[int, Level], level: int) -> None:
        counters = self._counters.setdefault(abstract, [None] * LEVELS)
        if num not in self._begun:
            self._begun.add(num)
            for place in self._lists.nums[num].starts:
                counters[place] = None
        before = counters[level]
        counters[level] = self._start(num, levels, level) if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                counters[deeper] = None

    def _start(self, num: str, levels: dict[int, Level], level: int) -> int:
        own = self._lists.nums[num].starts.get(level)
        return own if own is not None else levels.get(level, Level()).start

    def _written(self, num: str, abstract: str, levels: dict[int, Level], level: int) -> str:
        shown = levels[level]
        counters = self._counters[abstract]
        if shown.format == "bullet":
            text = plain(shown.text, shown.font)
        else:
            text = shown.text
            for place in range(level + 1):
                if f"%{place + 1}" not in text:
                    continue
                count = counters[place]
                count = self._start(num, levels, place) if count is None else count
                each = levels.get(place, Level())
                name = "decimal" if shown.legal and each.format != "none" else each.format
                text = text.replace(f"%{place + 1}", write(count, name, each.sample))
        return text + self._gap(text, shown.suffix)

    @staticmethod
    def _gap(text: str, suffix: str) -> str:
        if not text or suffix == "nothing" or (suffix == "tab" and text.endswith(tuple(CLOSING))):
            return ""
        return " "
