"""Opens a backup and holds every part against its digest, before anything of it is used."""

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from luoshi.core.refusals import N_, Refusal

from . import manifest as contents
from .manifest import Manifest, Part
from .places import FOLDERS
from .refusals import BROKEN, MISSING, NEEDS_PASSPHRASE, NO_BACKUP, WRONG_PASSPHRASE
from .sealing import WrongPassphrase, is_sealed, unsealed

CHECKING = N_("正在核对备份文件")
READ_BYTES = 2**20

Advance = Callable[[int, int, str], None]


@contextmanager
def opened(path: Path, passphrase: str, scratch: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """Give the backup and its list of contents; a sealed one is unsealed into the file ``scratch`` meanwhile.

    Raises ``Refusal`` for what is no backup, and for a sealed one without its passphrase; ``OSError``.
    """
    with ExitStack() as stack:
        given = stack.enter_context(path.open("rb"))
        plain = stack.enter_context(_plain(given, path.name, passphrase, scratch))
        try:
            file = stack.enter_context(ZipFile(plain))
            manifest = Manifest.of(file.read(contents.NAME).decode())
        except (BadZipFile, KeyError, TypeError, ValueError):
            raise Refusal(NO_BACKUP, name=path.name) from None
        yield file, manifest


@contextmanager
def _plain(given: BinaryIO, name: str, passphrase: str, scratch: Path) -> Iterator[BinaryIO]:
    if not is_sealed(given):
        yield given
        return
    if not passphrase:
        raise Refusal(NEEDS_PASSPHRASE, name=name)
    try:
        with os.fdopen(os.open(scratch, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as plain:
            try:
                for chunk in unsealed(given, passphrase):
                    plain.write(chunk)
            except WrongPassphrase:
                raise Refusal(WRONG_PASSPHRASE, name=name) from None
            yield plain
    finally:
        scratch.unlink(missing_ok=True)


def check(file: ZipFile, manifest: Manifest, advance: Advance) -> None:
    """Hold every part against its digest. Raises ``Refusal`` with the first that is missing or differs."""
    total, done = sum(part.size for part in manifest.parts), 0
    present = set(file.namelist())
    for part in manifest.parts:
        if part.name not in present:
            raise Refusal(MISSING, part=part.name)
        for chunk in _chunks(file, part):
            done += len(chunk)
            advance(done, total, CHECKING)


def take_out(file: ZipFile, manifest: Manifest, directory: Path) -> None:
    """Write the files of the backup below ``directory``, readable by their owner only.

    Only what stands in its folders: a name that leads elsewhere is refused as a broken part.
    """
    for folder in FOLDERS:
        (directory / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in manifest.parts:
        if part.rows is not None:
            continue
        name = PurePosixPath(part.name)
        if name.is_absolute() or ".." in name.parts or name.parts[0] not in FOLDERS:
            raise Refusal(BROKEN, part=part.name)
        target = directory / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.writelines(_chunks(file, part))
            written.flush()
            os.fsync(written.fileno())


def _chunks(file: ZipFile, part: Part) -> Iterator[bytes]:
    """Give the bytes of a part. Raises ``Refusal`` at its end where they are not those that were backed up."""
    digest, size = hashlib.sha256(), 0
    try:
        with file.open(part.name) as source:
            while chunk := source.read(READ_BYTES):
                digest.update(chunk)
                size += len(chunk)
                yield chunk
    except (BadZipFile, zlib.error, EOFError):
        raise Refusal(BROKEN, part=part.name) from None
    if (size, digest.hexdigest()) != (part.size, part.digest):
        raise Refusal(BROKEN, part=part.name)
