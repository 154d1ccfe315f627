"""How contact details are sealed at rest.

AES-256-GCM instead of Fernet: the seal is bound to its person, so that a row copied onto another person
does not open, and the key has 256 bits. One key can seal 2^32 details before its random nonces may
repeat (NIST SP 800-38D, 8.3). The first byte names the scheme, so that a later one can tell them apart.
"""

import os
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from luoshi.core.refusals import Refusal

from .models import Person
from .refusals import NO_KEY, NOT_READABLE

SCHEME = b"\x01"
NONCE_BYTES = 12
KEY_FILE = "contacts.key"


def seal(person: Person, details: str) -> bytes:
    """Return the details as only this installation can open them. Raises ``Refusal`` without a key."""
    nonce = os.urandom(NONCE_BYTES)
    return SCHEME + nonce + _cipher().encrypt(nonce, details.encode(), _bound_to(person))


def unseal(person: Person, sealed: bytes) -> str:
    """Return what was sealed for this person.

    Raises ``Refusal`` without a key, and for a seal of another key, another person or other bytes.
    """
    nonce, text = sealed[1 : NONCE_BYTES + 1], sealed[NONCE_BYTES + 1 :]
    try:
        return _cipher().decrypt(nonce, text, _bound_to(person)).decode()
    except (InvalidTag, ValueError):
        raise Refusal(NOT_READABLE, name=person.name) from None


def _bound_to(person: Person) -> bytes:
    return SCHEME + person.chain.encode()


def _cipher() -> AESGCM:
    path = Path(settings.LUOSHI_HOME) / "keys" / KEY_FILE
    try:
        secret = path.read_bytes().strip()
    except FileNotFoundError:
        raise Refusal(NO_KEY) from None
    return AESGCM(_derived(secret))


@cache
def _derived(secret: bytes) -> bytes:
    """Return 256 bits from the text of the key file, for this use only (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"luoshi contact details").derive(secret)
