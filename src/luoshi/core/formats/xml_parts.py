"""XML as events, hardened: no tree is built, no declaration of a document type is accepted.

lxml is used for its push parser: libxml2 comes inside its wheel, so that limits and mended faults do
not depend on the system's expat, and it reads HTML the same way. defusedxml would guard only the
tree builders of the standard library, which hold a whole document in memory.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from lxml import etree

from .refusals import DAMAGED, ENTITIES, TOO_DEEP, Unreadable

DEPTH = 240
_OOXML = "schemas.openxmlformats.org"
# Each vocabulary has a transitional and a strict address (ECMA-376 Part 1 and Part 4).
PREFIXES = {
    f"http://{_OOXML}/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    f"http://{_OOXML}/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    f"http://{_OOXML}/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    f"http://{_OOXML}/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    f"http://{_OOXML}/markup-compatibility/2006": "mc",
    f"http://{_OOXML}/package/2006/relationships": "rel",
    f"http://{_OOXML}/package/2006/content-types": "ct",
}


class Handler:
    """What listens to a part, deaf unless a method is overridden.

    Names are short: ``w:p``, ``x:row``, a bare name without namespace.
    """

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def closes(self, name: str) -> None:
        """An element ends."""

    def says(self, text: str) -> None:
        """Character data."""


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """``{namespace}local`` as ``prefix:local``; unknown namespaces become ``?``."""
    if not name.startswith("{"):
        return name
    namespace, local = name[1:].split("}", 1)
    return f"{PREFIXES.get(namespace, '?')}:{local}"


class _Target:
    """lxml's parser target: counts depth, shortens names, refuses document types."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise Unreadable(TOO_DEEP)
        self.handler.opens(short(tag), {short(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.handler.closes(short(tag))

    def data(self, text: str) -> None:
        self.handler.says(text)

    def doctype(self, *_declaration: object) -> None:
        raise Unreadable(ENTITIES)

    def close(self) -> None:
        self.depth = 0


def feed(chunks: Iterable[bytes], handler: Handler) -> None:
    """Sends a part's events to ``handler``; raises Unreadable when it is no well-formed XML."""
    parser = etree.XMLParser(
        target=cast("etree.ParserTarget[None]", _Target(handler)),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except etree.LxmlError:
        raise Unreadable(DAMAGED) from None


def whole_number(text: str | None) -> int | None:
    """A count written in an attribute, or None when it is absent, odd or of more than nine figures."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        return None
    return int(text)


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a Word toggle is on: it is when it stands without a value (ECMA-376 17.17.4)."""
    return attributes.get("w:val", "1") not in ("0", "false", "off")
