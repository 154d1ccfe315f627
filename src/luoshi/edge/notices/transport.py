"""One text leaves the house through Apprise, and what became of it is known or said to be unknown.

Apprise answers only yes or no, but a no after the text left may be a yes at the other end. So its own words are
read: what shows that the other side never had the text, or turned it down, is a failure that may be tried
again; everything else is unclear. Those words hold addresses, so they never reach the log.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from .reasons import BAD_SECRET, NO_ANSWER, REFUSED, UNREACHABLE

# Patterns of what Apprise says, each with what it means; the first that fits counts.
NEVER_THERE = re.compile(
    r"Connection refused|NewConnectionError|ConnectTimeout|NameResolutionError|Name or service not known"
    r"|nodename nor servname|No address associated|No route to host|Network is unreachable|"
    r"CERTIFICATE_VERIFY_FAILED|WRONG_VERSION_NUMBER"
)
# An SMTP server's own code, or an HTTP status by which the receiver itself says no. A gateway's 502 or 504 says
# nothing about what lies behind it.
TURNED_DOWN = re.compile(r"\(\d{3}, b['\"]|was refused: \d{3}|error=(4\d\d|500|501|503)\b")


class Outcome(StrEnum):
    """What became of a text 投递结果."""

    SENT = "sent"
    FAILED = "failed"
    UNCLEAR = "unclear"


def hand_over(address: str, title: str, body: str) -> tuple[Outcome, str]:
    """Send the text to one Apprise address and return what became of it, with the reason where it is not sent."""
    # It knows a hundred services, and only what delivers needs them.
    from apprise import Apprise, AppriseAsset, NotifyFormat  # noqa: PLC0415  # see above

    words = _Words()
    with _overheard(words):
        asset = AppriseAsset(app_id="Luoshi", app_desc="Luoshi", secure_logging=True)
        plugin = Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
        if plugin is None:
            return Outcome.FAILED, BAD_SECRET
        if plugin.notify(body=body, title=title, body_format=NotifyFormat.TEXT):
            return Outcome.SENT, ""
    said = "\n".join(words.lines)
    if NEVER_THERE.search(said):
        return Outcome.FAILED, UNREACHABLE
    if TURNED_DOWN.search(said):
        return Outcome.FAILED, REFUSED
    return Outcome.UNCLEAR, NO_ANSWER


class _Words(logging.Handler):
    """Keeps what is logged while one text is sent."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _overheard(words: _Words) -> Iterator[None]:
    logger = logging.getLogger("apprise")
    before, logger.propagate, level = logger.propagate, False, logger.level
    logger.addHandler(words)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.removeHandler(words)
        logger.setLevel(level)
        logger.propagate = before
