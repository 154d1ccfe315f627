"""How pages say how an obligation stands: colour, shape and word."""

from typing import NamedTuple

from django.utils.translation import gettext

from luoshi.core.rules import STATUS_LABELS, Status

SHAPES = {
    Status.MET: ("blue", "●"),
    Status.MISSED: ("red", "■"),
    Status.OWED: ("yellow", "◆"),
    Status.UNKNOWN: ("grey", "○"),
    Status.EXEMPT: ("grey", "–"),
}


class Mark(NamedTuple):
    """A status as it is shown: the class of its colour, its shape, its word."""

    light: str
    shape: str
    word: str


def mark(status: Status) -> Mark:
    """Return how a status is shown, in the reader's language."""
    return Mark(*SHAPES[status], gettext(STATUS_LABELS[status]))
