"""Chooses the digest of new ledger entries and seals: SHA-256, or SM3 where ``LUOSHI_DIGEST`` says so."""

import os

from luoshi.core.chain import ALGORITHMS, SHA256, UnknownAlgorithm, digest


def algorithm() -> str:
    """Return ``sha256`` or ``sm3``.

    Raises ``ValueError`` for any other name and where this machine's OpenSSL lacks the algorithm.
    """
    chosen = os.environ.get("LUOSHI_DIGEST", "").strip().lower() or SHA256
    try:
        digest(chosen)
    except UnknownAlgorithm as refused:
        names = " or ".join(ALGORITHMS)
        raise ValueError(f"LUOSHI_DIGEST must be {names}, and known to OpenSSL on this machine") from refused
    return chosen
