"""The text of a document that somebody brings, however old its format."""

from pathlib import Path

from luoshi.core.formats import Kind, Unreadable, kind_of, text_of
from luoshi.core.formats.refusals import TOO_BIG

from .confined import text_in_confinement
from .office import as_docx

MEGABYTE = 2**20
LIMIT = 50 * MEGABYTE


def document_text(document: Path | bytes, name: str | None = None) -> str:
    """The text of a document of at most 50 MB, with ``\\n`` line ends.

    ``document`` is a path or the bytes themselves, ``name`` what its owner calls it (by default the
    path's last part). Raises Unreadable, naming the file, and OSError when a path cannot be read.
    """
    shown = name or (document.name if isinstance(document, Path) else "")
    data = content_of(document, shown)
    try:
        kind = kind_of(data, shown)
        if kind is Kind.OLD_WORD:
            return text_of(as_docx(data), f"{shown}.docx")
        if kind is Kind.PDF:
            return text_in_confinement(data, shown)
        return text_of(data, shown)
    except Unreadable as refusal:
        raise refusal.about(shown) from None


def content_of(document: Path | bytes, shown: str) -> bytes:
    """The bytes of a file of at most 50 MB, which its owner calls ``shown``.

    Raises Unreadable, naming the file, when it is bigger, and OSError when a path cannot be read.
    """
    size = document.stat().st_size if isinstance(document, Path) else len(document)
    if size > LIMIT:
        megabytes = f"{size / MEGABYTE:.1f}".removesuffix(".0")
        raise Unreadable(TOO_BIG, size=megabytes, limit=str(LIMIT // MEGABYTE)).about(shown)
    return document.read_bytes() if isinstance(document, Path) else document
