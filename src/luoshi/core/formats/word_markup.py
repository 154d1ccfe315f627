"""Which part of Word's markup is shown: deletions, former properties and fallbacks are passed over.

Source: ECMA-376 Part 1, 17.13.5 (revisions), and Part 3, 10 (markup compatibility).
"""

from .xml_parts import Handler

# Removed text, former properties, settings that look like text, the small reading above a character.
HIDDEN = frozenset(
    (
        "w:del", "w:delText", "w:instrText", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:rt", "w:sdtPr",
        "w:sectPr", "w:tabs", "w:tblGridChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange",
    )
)  # fmt: skip


class ShownMarkup(Handler):
    """Calls ``begins`` and ``ends`` for what is shown; ``path`` holds the names of the open elements."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self._chosen: list[bool] = []
        self._hidden_from = 0

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """An element that is shown begins."""

    def ends(self, name: str) -> None:
        """An element that is shown ends."""

    def mark_deleted(self, around: str) -> None:
        """A deletion mark: of a paragraph's end (around is ``w:pPr``) or of a table row (``w:trPr``)."""

    @property
    def is_shown(self) -> bool:
        """Whether the parser stands in text that is shown."""
        return not self._hidden_from

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if self._hidden_from:
            return
        if name == "mc:AlternateContent":
            self._chosen.append(False)
        elif name in ("mc:Choice", "mc:Fallback") and self._chosen:
            # The first choice is what current Word shows; the fallback would say it a second time.
            if self._chosen[-1]:
                self._hidden_from = len(self.path)
            self._chosen[-1] = True
        elif name in HIDDEN:
            self._hidden_from = len(self.path)
            if name == "w:del" and self.path[-3:-1] == ["w:pPr", "w:rPr"]:
                self.mark_deleted("w:pPr")
            elif name == "w:del" and self.path[-2:-1] == ["w:trPr"]:
                self.mark_deleted("w:trPr")
        else:
            self.begins(name, attributes)

    def closes(self, name: str) -> None:
        depth = len(self.path)
        self.path.pop()
        if self._hidden_from:
            self._hidden_from = 0 if self._hidden_from == depth else self._hidden_from
        elif name == "mc:AlternateContent":
            self._chosen.pop()
        else:
            self.ends(name)
