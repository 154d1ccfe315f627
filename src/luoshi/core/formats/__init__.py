"""The bytes of a file become the text of the document: plain text, Markdown, HTML, Word, PDF, Excel.

Pure: no file is opened, nothing is fetched, no program is started. Contents decide what a file is,
its name's ending only where they cannot. A table row is one line with tabs between its cells.
"""

from . import docx, html, markdown, xlsx
from .encodings import decoded
from .kinds import Kind, kind_of
from .package import Package
from .refusals import N_, NO_TEXT, OLD_WORD, Unreadable
from .worksheet import Worksheet, address, worksheet_of

__all__ = [
    "N_",
    "Kind",
    "Unreadable",
    "Worksheet",
    "address",
    "kind_of",
    "needs_office",
    "text_of",
    "worksheet_of",
]


def text_of(data: bytes, name: str) -> str:
    """The text of a document with ``\\n`` line ends; no character is normalised.

    ``data`` is the whole file, ``name`` what its owner calls it. Raises Unreadable, naming the
    file, for everything that cannot be read in full.
    """
    try:
        text = _text(data, kind_of(data, name))
        if not text.strip():
            raise Unreadable(NO_TEXT)
    except Unreadable as refusal:
        raise refusal.about(name) from None
    return text


def needs_office(data: bytes, name: str) -> bool:
    """Whether only an office program can open the file: old Word, WPS and RTF documents.

    Raises Unreadable, naming the file, for what nobody here reads.
    """
    try:
        return kind_of(data, name) is Kind.OLD_WORD
    except Unreadable as refusal:
        raise refusal.about(name) from None


def _text(data: bytes, kind: Kind) -> str:
    if kind is Kind.PACKAGE:
        package = Package(data)
        return docx.text_of(package) if package.kind == "docx" else xlsx.text_of(package)
    if kind is Kind.PDF:
        from . import pdf  # noqa: PLC0415  # PDFium takes memory that no other document needs

        return pdf.text_of(data)
    if kind is Kind.HTML:
        return html.text_of(data)
    if kind is Kind.MARKDOWN:
        return markdown.text_of(data)
    if kind is Kind.OLD_WORD:
        raise Unreadable(OLD_WORD)
    return decoded(data)
