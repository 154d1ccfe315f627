"""All labelled pairs, and the third of them that nobody looked at while the engine was made."""

from pathlib import Path
from zlib import crc32

from .invented import Pair, pairs

WRITTEN = Path(__file__).with_name("pairs.txt")
GENERATED = 160


def written() -> list[Pair]:
    """The pairs written by hand: a line that judges, then the two texts."""
    lines = WRITTEN.read_text(encoding="utf-8").splitlines()
    return [Pair(lines[at] == "same", lines[at + 1], lines[at + 2]) for at in range(0, len(lines), 3)]


def held_out(pair: Pair) -> bool:
    """Tell whether the pair belongs to the third that is only for measuring."""
    return crc32(pair.one.encode()) % 3 == 0


def labelled() -> list[Pair]:
    """Every pair, written and generated."""
    return written() + pairs(GENERATED, seed=20260301)
