"""An Office Open XML package: a zip whose parts are found by their relationships, opened with suspicion.

Limits are checked on what the zip declares before anything is inflated, and again by the byte while
inflating, since a declaration may lie. Source: ECMA-376 Part 2 (open packaging conventions).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from .refusals import BOMB, DAMAGED, LOCKED, MACROS, N_, UNKNOWN, Unreadable
from .xml_parts import Handler, feed

ENTRIES = 20_000
DECLARED_TOTAL = 200 * 2**20
RATIO, RATIO_FROM = 500, 20 * 2**20
PART = 60 * 2**20
PIECE = 64 * 2**10
ARCHIVE, PRESENTATION, OFD = N_("压缩包"), N_("演示文稿"), N_("OFD 版式文件")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Package:
    """The parts of a .docx or .xlsx; ``main`` is the path of its main part, ``kind`` ``docx`` or ``xlsx``.

    Raises Unreadable for damaged, locked and macro packages, bombs, and zips that are neither.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > ENTRIES:
            raise Unreadable(BOMB)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise Unreadable(DAMAGED) from None
        self._entries = {entry.filename.lstrip("/"): entry for entry in self._zip.infolist()}
        self._refuse_bombs()
        self.main, self.kind = self._main_part()

    def __contains__(self, path: str) -> bool:
        return path in self._entries

    def part(self, path: str, limit: int = PART) -> Iterator[bytes]:
        """The bytes of one part in pieces of 64 KB; raises Unreadable past ``limit`` bytes."""
        entry = self._entries.get(path)
        if entry is None:
            raise Unreadable(DAMAGED)
        if entry.flag_bits & 1:
            raise Unreadable(LOCKED)
        # bzip2 and LZMA inflate a whole block at once; Office writes only these two.
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(DAMAGED)
        seen = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(PIECE):
                    seen += len(piece)
                    if seen > limit:
                        raise Unreadable(BOMB)
                    yield piece
        except (*_BROKEN, RuntimeError):
            raise Unreadable(DAMAGED) from None

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """What a part points to inside the package: id → (kind, path); the package itself is ``""``."""
        folder, leaf = posixpath.split(path)
        listing = posixpath.join(folder, "_rels", f"{leaf}.rels")
        if listing not in self._entries:
            return {}
        found = _Relations(folder)
        feed(self.part(listing, 2**22), found)
        return found.targets

    def related(self, path: str, kind: str) -> str | None:
        """The path of the first part of a kind (``styles``, ``numbering`` …) that ``path`` points to."""
        paths = (target for each, target in self.relations(path).values() if each == kind)
        return next((target for target in paths if target in self._entries), None)

    def _refuse_bombs(self) -> None:
        entries = self._entries.values()
        if sum(entry.file_size for entry in entries) > DECLARED_TOTAL:
            raise Unreadable(BOMB)
        for entry in entries:
            if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(entry.compress_size, 1):
                raise Unreadable(BOMB)

    def _main_part(self) -> tuple[str, str]:
        if "OFD.xml" in self._entries:
            raise Unreadable(UNKNOWN, kind=OFD)
        if "[Content_Types].xml" not in self._entries:
            raise Unreadable(UNKNOWN, kind=ARCHIVE)
        types = _ContentTypes()
        feed(self.part("[Content_Types].xml", 2**22), types)
        main = self.related("", "officeDocument")
        if main is None:
            raise Unreadable(DAMAGED)
        content = types.of(main)
        macros = any(path.lower().endswith("vbaproject.bin") for path in self._entries)
        if macros or "macroenabled" in content:
            raise Unreadable(MACROS)
        if "presentationml" in content:
            raise Unreadable(UNKNOWN, kind=PRESENTATION)
        if "wordprocessingml" in content:
            return main, "docx"
        if "spreadsheetml" in content:
            return main, "xlsx"
        raise Unreadable(UNKNOWN, kind=ARCHIVE)


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.targets: dict[str, tuple[str, str]] = {}

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "rel:Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", self.folder, attributes.get("Target", ""))
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            self.targets[attributes.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))


class _ContentTypes(Handler):
    def __init__(self) -> None:
        self.overrides: dict[str, str] = {}
        self.defaults: dict[str, str] = {}

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        content = attributes.get("ContentType", "").lower()
        if name == "ct:Override":
            self.overrides[attributes.get("PartName", "").lstrip("/")] = content
        elif name == "ct:Default":
            self.defaults[attributes.get("Extension", "").lower()] = content

    def of(self, path: str) -> str:
        return self.overrides.get(path, self.defaults.get(path.rsplit(".", 1)[-1].lower(), ""))
