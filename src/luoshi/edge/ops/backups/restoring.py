"""Restores a backup: a whole data directory is built beside the one that is there, verified, and only then moved in."""

import os
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

from luoshi.core.refusals import Refusal

from .manifest import Manifest
from .occupancy import occupying
from .places import Places
from .reading import check, opened, take_out
from .refusals import IN_USE, NOT_EMPTY
from .replacing import decide, finish_alone, throw_away

Advance = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Restored:
    """What was restored: the backup's list of contents, and where what was replaced is kept."""

    manifest: Manifest
    aside: Path


def restore(backup: Path, places: Places, *, replace: bool, passphrase: str, advance: Advance) -> Restored:
    """Restore the backup into the installation at these places; in a process of its own, before Django is loaded.

    Nothing there changes until every part agrees with its digest, every table has its rows, and the ledger is
    verified. Raises ``Refusal`` where one of them does not, where the site is running, and, unless ``replace`` is
    said, where there is data already; ``OSError``.
    """
    with occupying(places.home, alone=True) as alone:
        if not alone:
            raise Refusal(IN_USE)
        finish_alone(places)
        if not replace and places.holds_data():
            raise Refusal(NOT_EMPTY, home=str(places.home))
        name = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
        places.staging.mkdir(mode=0o700)
        try:
            with opened(backup, passphrase, places.staging / "unsealed") as (file, manifest):
                check(file, manifest, advance)
                take_out(file, manifest, places.staging)
                _build(file, manifest, places, name, advance)
            finish_alone(places)
        finally:
            if places.staging.exists():
                throw_away(places)
        return Restored(manifest, places.home / f"replaced-{name}")


def verify_file(backup: Path, *, passphrase: str, scratch: Path, advance: Advance) -> Manifest:
    """Hold every part of the backup against its digest and return its list of contents. Raises as ``restore``."""
    with opened(backup, passphrase, scratch) as (file, manifest):
        check(file, manifest, advance)
        return manifest


def _build(file: ZipFile, manifest: Manifest, places: Places, name: str, advance: Advance) -> None:
    # Whatever reads the data directory from here on, the keys above all, finds the one that is being built.
    os.environ["LUOSHI_HOME"] = str(places.staging)
    if not places.on_postgresql:
        os.environ["DATABASE_URL"] = f"sqlite:///{places.staged_database}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.config.settings")
    import django  # noqa: PLC0415  # the settings read the environment, so it has to be set first
    from django.db import connection, transaction  # noqa: PLC0415  # as above

    django.setup()
    from .loading import build, drop_everything  # noqa: PLC0415  # as above

    if places.on_postgresql:
        # All of it in one transaction: whatever ends this process ends it without a trace.
        with transaction.atomic():
            drop_everything()
            build(file, manifest, advance)
            _prove(manifest, name, advance)
            decide(places, name)
    else:
        build(file, manifest, advance)
        _prove(manifest, name, advance)
        connection.close()
        _write_out(places.staged_database)
        decide(places, name)
    connection.close()


def _prove(manifest: Manifest, name: str, advance: Advance) -> None:
    """Verify the ledger that was restored, then write into it that it was. Raises ``Refusal`` with its fault."""
    from django.db import transaction  # noqa: PLC0415  # as above
    from django.utils import timezone  # noqa: PLC0415  # as above

    from luoshi.edge.ops.ledger_check import verified  # noqa: PLC0415  # as above
    from luoshi.ground.ledger.actions import append  # noqa: PLC0415  # as above

    from .shelf import CHAIN  # noqa: PLC0415  # as above

    verified(advance)
    with transaction.atomic():
        facts = {"restore": name, "made_at": manifest.made_at, "version": manifest.version}
        append(CHAIN, "backup.restored", by=None, at=timezone.now(), facts=facts)


def _write_out(database: Path) -> None:
    """Bring everything into the one file, so that it can be moved."""
    with sqlite3.connect(database) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    with database.open("rb") as written:
        os.fsync(written.fileno())
