"""The lines of a document as they are found, with a bound on how much they may become.

A few kilobytes can ask for gigabytes of text: one long cell merged over a million rows, one
shared string used a million times. Whoever writes lines spends from one budget.
"""

import re

from .refusals import TOO_LONG, Unreadable

CHARACTERS = 25_000_000
COST_OF_A_LINE = 16

_BREAKS = re.compile(r"[\n\t\r]+")


class Budget:
    """What one document may still say, in characters; a line costs 16 more than its length."""

    def __init__(self, characters: int = CHARACTERS) -> None:
        self.left = characters

    def spend(self, line: str) -> str:
        """Returns the line; raises Unreadable when the document has become too long."""
        self.take(len(line) + COST_OF_A_LINE)
        return line

    def take(self, characters: int) -> None:
        """Pays for something that is kept for a while; raises Unreadable like ``spend``."""
        self.left -= characters
        if self.left < 0:
            raise Unreadable(TOO_LONG)


def universal(text: str) -> str:
    """The text with ``\\n`` for each end of line, nothing else changed; at most 25 million characters."""
    if len(text) > CHARACTERS:
        raise Unreadable(TOO_LONG)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def cell(text: str) -> str:
    """The text of a table cell on one line: breaks and tabs inside it become one space."""
    return _BREAKS.sub(" ", text.strip()).strip()


def lines_of_cell(text: str) -> str:
    """The text of a table cell on as many lines as it has, without tabs and blank lines at its ends."""
    # Workbooks write the carriage return of other programs so (ECMA-376 Part 1, 22.9.2.19).
    plain = universal(text.replace("_x000D_", "\r"))
    return "\n".join(cell(line) for line in plain.split("\n")).strip()


def row(cells: list[str]) -> str:
    """One table row as one line: cells joined by tabs, empty cells at its end left out."""
    return "\t".join(cells).rstrip("\t")
