"""What a file is: its first bytes decide, its name's ending only where bytes cannot tell."""

from enum import Enum

from .encodings import decoded
from .refusals import (
    BINARY,
    DAMAGED,
    EMPTY,
    LOCKED,
    N_,
    OLD_SHEET,
    UNKNOWN,
    Unreadable,
)


class Kind(Enum):
    """A kind of file that some reader here takes; OLD_WORD needs an office program first."""

    PACKAGE = "zip package of Office Open XML"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    OLD_WORD = "old word"


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLD_WORD_ENDINGS = (".doc", ".dot", ".wps", ".wpt", ".rtf")
BINARY_ENDINGS = (".docx", ".xlsx", ".pdf", *OLD_WORD_ENDINGS)

# First bytes of what people send by mistake, and what to call it.
STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", N_("图片")),
    (b"\xff\xd8\xff", N_("图片")),
    (b"GIF8", N_("图片")),
    (b"BM", N_("图片")),
    (b"II*\0", N_("图片")),
    (b"MM\0*", N_("图片")),
    (b"RIFF", N_("图片或音视频")),
    (b"ID3", N_("音频")),
    (b"Rar!", N_("压缩包")),
    (b"7z\xbc\xaf", N_("压缩包")),
    (b"\x1f\x8b", N_("压缩包")),
    (b"BZh", N_("压缩包")),
    (b"\xfd7zXZ", N_("压缩包")),
    (b"MZ", N_("程序文件")),
    (b"\x7fELF", N_("程序文件")),
)
PRESENTATION = N_("演示文稿")


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file from its bytes and its name; raises Unreadable for what nobody here reads."""
    if not data:
        raise Unreadable(EMPTY)
    ending = _ending(name)
    if data.startswith(ZIP):
        return Kind.PACKAGE
    if data.startswith(OLE2):
        return _compound(data, ending)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"{\\rtf"):
        return Kind.OLD_WORD
    return _textual(data, ending)


def _ending(name: str) -> str:
    return "." + name.rsplit(".", 1)[-1].lower().strip() if "." in name else ""


def _compound(data: bytes, ending: str) -> Kind:
    """OLE2 names its streams in UTF-16: which are there tells what it holds ([MS-CFB] 2.6.1)."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise Unreadable(LOCKED)
    if ending in OLD_WORD_ENDINGS or (holds("WordDocument") and ending not in (".xls", ".et")):
        return Kind.OLD_WORD
    if holds("Workbook") or ending in (".xls", ".et"):
        raise Unreadable(OLD_SHEET)
    if holds("PowerPoint Document"):
        raise Unreadable(UNKNOWN, kind=PRESENTATION)
    raise Unreadable(DAMAGED if ending in BINARY_ENDINGS else BINARY)


def _textual(data: bytes, ending: str) -> Kind:
    stranger = next((kind for first, kind in STRANGERS if data.startswith(first)), None)
    if stranger and not _is_text(data[:512]):
        raise Unreadable(UNKNOWN, kind=stranger)
    if ending in BINARY_ENDINGS and not _is_text(data[:4096]):
        raise Unreadable(DAMAGED)
    head = data[:2048].lower().replace(b"\0", b"")
    if b"<!doctype html" in head or b"<html" in head or ending in (".html", ".htm"):
        return Kind.HTML
    if b"<w:worddocument" in head:
        return Kind.OLD_WORD
    return Kind.MARKDOWN if ending in (".md", ".markdown") else Kind.TEXT


def _is_text(head: bytes) -> bool:
    # A multi-byte character may be cut at the end of the head: up to three bytes are given up.
    for cut in range(4):
        try:
            decoded(head[: len(head) - cut])
        except Unreadable:
            continue
        return True
    return False
