"""The backups that the site itself made, and the ledger's word on each that was made, handed out or restored."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from luoshi.ground.ledger.actions import append
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import story

from .manifest import Manifest
from .writing import make

CHAIN = "site:backups"
ENDING = ".luoshi-backup"


@dataclass(frozen=True)
class Kept:
    """One backup that was made: its number, its name, when, by whom (a person's id), its size in bytes.

    ``path`` is nothing where the file is no longer here, or was made elsewhere.
    """

    number: int
    name: str
    made_at: datetime
    by: int | None
    size: int
    sealed: bool
    path: Path | None


def shelf() -> Path:
    """Return where the site keeps the backups that it makes."""
    return Path(settings.LUOSHI_HOME) / "backups"


def passphrase() -> str:
    """Return the passphrase with which backups are sealed; empty where they are not."""
    return os.environ.get("LUOSHI_BACKUP_PASSPHRASE", "")


def new_name(at: datetime) -> str:
    """Return a name for a backup made at that moment."""
    return f"luoshi-{at:%Y%m%d-%H%M%S}{ENDING}"


def back_up(
    target: Path, *, by: int | None, at: datetime, advance: Callable[[int, int, str], None]
) -> Manifest:
    """Make a backup and write into the ledger that it was made; return its list of contents. Raises ``Refusal``."""
    secret = passphrase()
    made = make(target, at=at, passphrase=secret, advance=advance)
    facts = {
        "name": target.name,
        "size": target.stat().st_size,
        "digest": _digest(target),
        "sealed": bool(secret),
    }
    with transaction.atomic():
        append(CHAIN, "backup.created", by=by, at=at, facts=facts)
    return made


def hand_out(kept: Kept, *, by: int, at: datetime) -> None:
    """Write into the ledger that somebody took a backup away."""
    with transaction.atomic():
        append(CHAIN, "backup.handed_out", by=by, at=at, facts={"name": kept.name})


def all_kept() -> list[Kept]:
    """Return every backup that was made, newest first."""
    made = [entry for entry in story(CHAIN) if entry.verb == "backup.created"]
    return [_kept(entry) for entry in reversed(made)]


def last_made() -> datetime | None:
    """Return when the newest backup was made; nothing where none was."""
    newest = Entry.objects.filter(chain=CHAIN, verb="backup.created").order_by("-sequence").first()
    return newest.at if newest else None


def _kept(entry: Entry) -> Kept:
    facts = entry.facts
    path = shelf() / facts["name"]
    return Kept(
        entry.sequence,
        facts["name"],
        entry.at,
        entry.by,
        facts["size"],
        facts["sealed"],
        path if path.is_file() else None,
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
