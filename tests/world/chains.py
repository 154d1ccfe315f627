"""Invented chains of ledger entries."""

from datetime import UTC, datetime

from luoshi.core.chain import GENESIS, Link, canonical, signed

MOMENT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


def build(count: int, algorithm: str = "sha256") -> list[Link]:
    """Return a sound chain of that many entries."""
    links: list[Link] = []
    for number in range(count):
        facts = canonical({"note": "已办", "share": number})
        previous = links[-1].digest if links else GENESIS
        links.append(
            signed(
                Link("task:1", number + 1, "task.advanced", MOMENT, 5, None, facts, previous, "", algorithm)
            )
        )
    return links
