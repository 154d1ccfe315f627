"""Where files are: below ``MEDIA_ROOT``, each under the SHA-256 of its bytes, written whole or not at all."""

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

INCOMING = "incoming"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def root() -> Path:
    """Return the folder of all files."""
    return Path(settings.MEDIA_ROOT)


def kept(path: Path) -> tuple[str, int]:
    """Move the file at ``path``, on the same file system, to where it is kept; return its digest and size in bytes."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        os.fsync(stream.fileno())
        size = stream.tell()
    place = _place(digest)
    place.parent.mkdir(parents=True, exist_ok=True)
    # What is kept once more is young again, so that nobody clears it away before it is used.
    with changing(alone=False):
        path.replace(place)
    return digest, size


def opened(digest: str) -> BinaryIO:
    """Open what is kept under that digest. Raises ``FileNotFoundError`` where nothing is."""
    return _place(digest).open("rb")


@contextmanager
def changing(*, alone: bool) -> Iterator[None]:
    """Wait until files may be put in place, or with ``alone`` until none is; the lock ends with its process."""
    with root().with_name(f"{root().name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield


def _place(digest: str) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise FileNotFoundError(digest)
    return root() / digest[:2] / digest
