"""Files that nothing speaks of, because whoever brought them went away or was refused, are removed after a while."""

import shutil
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from luoshi.act.activities.queries import enclosed_digests
from luoshi.act.tasks.queries import attached_digests
from luoshi.ground.ledger.actions import append

from .keeping import INCOMING, changing, root

# Longer than any request can take, and long enough for somebody to notice a mistake.
GRACE = timedelta(days=1)
CHAIN = "site:files"


class Cleared(NamedTuple):
    """What was removed 清理: how many files, and how many bytes they had."""

    files: int = 0
    size: int = 0


def clear_unused(
    *, by: int | None, at: datetime, advance: Callable[[int, int], None] = lambda _done, _total: None
) -> Cleared:
    """Remove files that are older than ``GRACE`` and attached to nothing; the ledger says how many, and which.

    ``advance`` is told of files looked at, of all, and may raise to stop: what was removed by then is written down.
    A file that is brought again meanwhile stays.
    """
    before = (at - GRACE).timestamp()
    old = [path for path in _kept() if _is_older(path, before)]
    # Asked after the files were listed: what is attached from now on was brought again, and is young.
    used = attached_digests() | enclosed_digests() if old else frozenset()
    gone: list[tuple[str, int]] = []
    try:
        for number, path in enumerate(old):
            advance(number, len(old))
            if path.name not in used:
                gone += _removed(path, before)
        _clear_incoming(before)
    finally:
        _record(gone, by, at)
    return Cleared(len(gone), sum(size for _name, size in gone))


def _removed(path: Path, before: float) -> Iterator[tuple[str, int]]:
    with changing(alone=True):
        if _is_older(path, before):
            size = path.stat().st_size
            path.unlink()
            yield path.name, size


def _record(gone: Collection[tuple[str, int]], by: int | None, at: datetime) -> None:
    if gone:
        facts = {"files": [name for name, _size in gone], "size": sum(size for _name, size in gone)}
        with transaction.atomic():
            append(CHAIN, "file.cleared", by=by, at=at, facts=facts)


def _kept() -> Iterator[Path]:
    for folder in sorted(root().glob("[0-9a-f][0-9a-f]")):
        yield from sorted(folder.iterdir())


def _clear_incoming(before: float) -> None:
    """Remove what somebody was bringing when their process ended."""
    for folder in (root() / INCOMING).glob("*"):
        if _is_older(folder, before):
            shutil.rmtree(folder, ignore_errors=True)


def _is_older(path: Path, before: float) -> bool:
    try:
        return path.stat().st_mtime < before
    except FileNotFoundError:
        return False
