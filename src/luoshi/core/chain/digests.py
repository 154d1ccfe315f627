"""The digests a ledger may use: SHA-256 (FIPS 180-4), or SM3 (GB/T 32905-2016) where it is required.

Both come from Python's own ``hashlib``, which asks OpenSSL, as a package for cryptography would:
one library less, and the same code for both names.
"""

import hashlib
from collections.abc import Callable
from functools import cache

SHA256 = "sha256"
SM3 = "sm3"
ALGORITHMS = (SHA256, SM3)

# What the first entry of a chain and the first seal give as their predecessor.
GENESIS = "0" * 64

Digest = Callable[[bytes], bytes]


class UnknownAlgorithm(ValueError):
    """A digest algorithm that a ledger may not use, or that this machine's OpenSSL was built without."""


@cache
def digest(algorithm: str) -> Digest:
    """Return the function from bytes to their digest of 32 bytes.

    Raises ``UnknownAlgorithm`` for a name other than those of ``ALGORITHMS``, and where OpenSSL lacks it.
    """
    if algorithm not in ALGORITHMS:
        raise UnknownAlgorithm(algorithm)
    try:
        empty = hashlib.new(algorithm)
    except ValueError:
        raise UnknownAlgorithm(algorithm) from None

    def of(data: bytes) -> bytes:
        # A copy of the empty state is cheaper than looking the name up again.
        state = empty.copy()
        state.update(data)
        return state.digest()

    return of
