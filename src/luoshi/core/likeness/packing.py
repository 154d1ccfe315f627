"""A signature as bytes, to be kept and compared later without the text."""

import json
import struct
from collections import Counter

from luoshi.core.likeness.reduction import Signature


def packed(one: Signature) -> bytes:
    """Return the signature as about half a kilobyte for a text of a hundred characters."""
    pieces = sorted(one.pieces)
    facts = [sorted(one.figures.elements()), sorted(one.things)]
    said = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
    return struct.pack(f"<I{len(pieces)}I", len(pieces), *pieces) + said


def unpacked(kept: bytes) -> Signature:
    """Return the signature that ``packed`` gave. Raises ``struct.error`` or ``ValueError`` for anything else."""
    [count] = struct.unpack_from("<I", kept)
    figures, things = json.loads(kept[4 * (count + 1) :])
    return Signature(
        frozenset(struct.unpack_from(f"<{count}I", kept, 4)),
        Counter(figures),
        frozenset((kind, name) for kind, name in things),
    )
