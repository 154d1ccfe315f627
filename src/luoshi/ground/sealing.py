"""What is kept sealed at rest, and how: contact details, the secrets of second factors.

AES-256-GCM instead of Fernet: a seal is bound to what it belongs to, so that a row copied elsewhere does
not open, and the key has 256 bits. One key can seal 2^32 texts before its random nonces may repeat
(NIST SP 800-38D, 8.3). The first byte names the scheme, so that a later one can tell them apart. The key
file of the data directory is never used itself: each purpose derives a key of its own from it (RFC 5869).
"""

import os
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

SCHEME = b"\x01"
NONCE_BYTES = 12
KEY_FILE = "contacts.key"


class Unopenable(Exception):
    """There is no key, or the seal is of another key, of something else, or of other bytes."""


def seal(purpose: str, subject: str, text: str) -> bytes:
    """Return the text of that purpose as only this installation can open it, bound to its subject.

    Raises ``FileNotFoundError`` without a key.
    """
    nonce = os.urandom(NONCE_BYTES)
    return SCHEME + nonce + _cipher(purpose).encrypt(nonce, text.encode(), _bound_to(subject))


def unseal(purpose: str, subject: str, sealed: bytes) -> str:
    """Return what was sealed. Raises ``FileNotFoundError`` without a key, ``Unopenable`` where it does not open."""
    nonce, text = sealed[1 : NONCE_BYTES + 1], sealed[NONCE_BYTES + 1 :]
    try:
        return _cipher(purpose).decrypt(nonce, text, _bound_to(subject)).decode()
    except (InvalidTag, ValueError) as reason:
        raise Unopenable from reason


def _bound_to(subject: str) -> bytes:
    return SCHEME + subject.encode()


def _cipher(purpose: str) -> AESGCM:
    secret = (Path(settings.LUOSHI_HOME) / "keys" / KEY_FILE).read_bytes().strip()
    return AESGCM(_derived(secret, purpose))


@cache
def _derived(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"luoshi {purpose}".encode()).derive(secret)
