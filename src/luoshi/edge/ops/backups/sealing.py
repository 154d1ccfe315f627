"""A file sealed with a passphrase, written and read as a stream.

The key comes from the passphrase by scrypt (RFC 7914); each mebibyte is sealed with AES-256-GCM under its
number and whether it is the last, so that none can be left out, moved or cut off unseen. Every file has a key
of its own, because its salt is random; so no nonce is used twice with one key.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"luoshi sealed 1\n"
SALT_BYTES, TAG_BYTES, CHUNK = 16, 16, 2**20


class WrongPassphrase(Exception):
    """The passphrase is another one, or the file was changed or cut."""


class Sealing:
    """A stream that is written only: what goes in comes out sealed in ``target``. To be closed."""

    def __init__(self, target: BinaryIO, passphrase: str) -> None:
        salt = os.urandom(SALT_BYTES)
        target.write(MAGIC + salt)
        self._target, self._cipher = target, _cipher(passphrase, salt)
        self._pending, self._number = bytearray(), 0

    def write(self, content: bytes) -> int:
        """Take the next bytes."""
        self._pending += content
        # The last chunk has a mark of its own, so one is always held back.
        while len(self._pending) > CHUNK:
            self._seal(bytes(self._pending[:CHUNK]), last=False)
            del self._pending[:CHUNK]
        return len(content)

    def flush(self) -> None:
        """Let the target write what it holds; a chunk that is not full stays here."""
        self._target.flush()

    def close(self) -> None:
        """Seal what is left, as the last chunk."""
        self._seal(bytes(self._pending), last=True)
        self._target.flush()

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._number, last=last), chunk, MAGIC))
        self._number += 1


def is_sealed(source: BinaryIO) -> bool:
    """Tell whether the file begins as a sealed one, and go back to its beginning."""
    begins = source.read(len(MAGIC)) == MAGIC
    source.seek(0)
    return begins


def unsealed(source: BinaryIO, passphrase: str) -> Iterator[bytes]:
    """Give the content of a sealed file, chunk by chunk. Raises ``WrongPassphrase``."""
    source.seek(len(MAGIC))
    cipher = _cipher(passphrase, source.read(SALT_BYTES))
    number, chunk = 0, source.read(CHUNK + TAG_BYTES)
    while True:
        following = source.read(CHUNK + TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), chunk, MAGIC)
        except InvalidTag:
            raise WrongPassphrase from None
        if not following:
            return
        number, chunk = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=2**16, r=8, p=1).derive(passphrase.encode()))
