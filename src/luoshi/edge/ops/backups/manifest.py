"""What a backup says of itself: from where and when it is, and the digest of every part."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Self

NAME = "manifest.json"
FORMAT = "luoshi-backup-1"


@dataclass(frozen=True)
class Part:
    """One part of a backup: its name there, its size in bytes, its SHA-256, for a table its number of rows."""

    name: str
    size: int
    digest: str
    rows: int | None = None


@dataclass
class Manifest:
    """The list of contents; ``migrations`` are ``app.name`` of all that the database had seen."""

    version: str
    made_at: datetime
    database: str
    migrations: list[str]
    parts: list[Part] = field(default_factory=list)

    def text(self) -> str:
        """Return it as JSON."""
        told = {"format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(told, ensure_ascii=False, indent=1)

    @classmethod
    def of(cls, text: str) -> Self:
        """Return what was written as ``text``. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else."""
        told = json.loads(text)
        if told.pop("format") != FORMAT:
            raise ValueError("another format")
        parts = [Part(**each) for each in told.pop("parts")]
        return cls(parts=parts, made_at=datetime.fromisoformat(told.pop("made_at")), **told)
