"""Makes a backup: every table in one snapshot, then the files, then the keys, then the list of contents."""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from luoshi import __version__
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.exchange.attachments.keeping import INCOMING

from . import manifest as contents
from .manifest import Manifest, Part
from .places import FOLDERS
from .refusals import BEING_MADE, EXISTS
from .sealing import Sealing
from .snapshot import snapshot
from .tables import header, lines, models_of

ROWS, FILES = N_("正在备份数据"), N_("正在备份附件和密钥")
READ_BYTES = 2**20
UNFINISHED = ".part"
PRIVATE = 0o600

Advance = Callable[[int, int, str], None]


def make(target: Path, *, at: datetime, passphrase: str, advance: Advance) -> Manifest:
    """Write a backup to ``target``, sealed where there is a passphrase, and return its list of contents.

    ``advance`` is told of steps done, of all, and what is being done; it may raise to stop. Until the backup is
    whole it has another name. Raises ``Refusal`` where ``target`` exists.
    """
    if target.exists():
        raise Refusal(EXISTS, name=str(target))
    with (
        _opened(target, passphrase) as stream,
        ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as file,
    ):
        return _fill(file, at, advance)


def remove_unfinished(folder: Path) -> None:
    """Remove what was begun in the folder by somebody who ended before it was whole."""
    for path in folder.glob(f"*{UNFINISHED}"):
        with path.open("rb") as begun:
            if _claimed(begun.fileno()):
                path.unlink()


def _claimed(descriptor: int) -> bool:
    """Tell whether nobody else writes the file; it is claimed until it is closed, or its process ends."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _opened(target: Path, passphrase: str) -> Iterator[IO[bytes]]:
    """Give a stream whose content is found at ``target`` once it is whole, and nowhere where it is not."""
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT, PRIVATE)
    with os.fdopen(descriptor, "wb") as stream:
        if not _claimed(descriptor):
            raise Refusal(BEING_MADE, name=str(target))
        try:
            stream.truncate()
            if passphrase:
                sealing = Sealing(stream, passphrase)
                yield cast("IO[bytes]", sealing)
                sealing.close()
            else:
                yield stream
            stream.flush()
            os.fsync(descriptor)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        unfinished.rename(target)


def _fill(file: ZipFile, at: datetime, advance: Advance) -> Manifest:
    with snapshot():
        # By the database's own words, so that an older backup finds its way through later migrations.
        applied = MigrationRecorder(connection).applied_migrations()
        made = Manifest(__version__, at, connection.vendor, sorted(".".join(key) for key in applied))
        models = models_of(apps)
        total, done = sum(model._base_manager.count() for model in models), 0  # noqa: SLF001  # hides no row
        for model in models:
            name = f"tables/{model._meta.label_lower}.jsonl"  # noqa: SLF001  # public by Django's documents
            counted = _Counted(lines(model), done, total, advance)
            part = _write(file, name, chain([header(model)], counted), ZIP_DEFLATED)
            made.parts.append(Part(part.name, part.size, part.digest, counted.rows))
            done += counted.rows
    # After the snapshot: whatever file it speaks of was there before it.
    paths = [path for folder in FOLDERS for path in _files_below(Path(settings.LUOSHI_HOME) / folder)]
    for number, path in enumerate(paths):
        advance(number, len(paths), FILES)
        name = path.relative_to(settings.LUOSHI_HOME).as_posix()
        # What is gone by now was attached to nothing and has been cleared away.
        with suppress(FileNotFoundError), path.open("rb") as source:
            made.parts.append(_write(file, name, _chunks(source), ZIP_STORED))
    file.writestr(contents.NAME, made.text())
    return made


class _Counted:
    """Counts the rows that pass through it, and tells how far that is."""

    def __init__(self, rows: Iterable[bytes], before: int, total: int, advance: Advance) -> None:
        self.rows = 0
        self._source, self._before, self._total, self._advance = rows, before, total, advance

    def __iter__(self) -> Iterator[bytes]:
        for line in self._source:
            self.rows += 1
            if self.rows % 500 == 0:
                self._advance(self._before + self.rows, self._total, ROWS)
            yield line


def _write(file: ZipFile, name: str, content: Iterable[bytes], kind: int) -> Part:
    digest, size = hashlib.sha256(), 0
    entry = ZipInfo(name)
    entry.compress_type, entry.external_attr = kind, PRIVATE << 16
    with file.open(entry, "w", force_zip64=True) as part:
        for chunk in content:
            part.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Part(name, size, digest.hexdigest())


def _files_below(folder: Path) -> list[Path]:
    """Return what is kept below; what is still being brought is nobody's yet."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in found if INCOMING not in path.relative_to(folder).parts)


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(READ_BYTES):
        yield chunk
