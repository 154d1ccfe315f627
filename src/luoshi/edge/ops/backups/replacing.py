"""The last step of a restore: what was built takes the place of what was there, and that goes aside.

A journal says what is to be moved. Once it stands, the restore is decided; a step that was cut off is gone on
with by whoever comes next. Before it stands, nothing has been touched, and what was built is thrown away.
On PostgreSQL the database decides: the journal holds only if the database remembers the restore.
"""

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from .occupancy import occupying
from .places import FOLDERS, JOURNAL, Places


class Move(NamedTuple):
    """``new`` takes the place of ``place``, which goes to ``aside``; without ``new`` it only goes."""

    new: str
    place: str
    aside: str


def decide(places: Places, restore: str) -> None:
    """Write the journal of the restore of that name; from here on it will be finished."""
    aside = places.home / f"replaced-{restore}"
    aside.mkdir(mode=0o700, exist_ok=True)
    moves = [Move(str(places.staging / name), str(places.home / name), str(aside / name)) for name in FOLDERS]
    if not places.on_postgresql:
        # The write-ahead log of the old file must never be beside the new one.
        logs = [f"{places.database}{ending}" for ending in ("-wal", "-shm")]
        moves += [Move("", log, f"{log}.replaced-{restore}") for log in logs]
        replaced = f"{places.database}.replaced-{restore}"
        moves.append(Move(str(places.staged_database), str(places.database), replaced))
    fresh = places.staging / f"{JOURNAL}.new"
    with fresh.open("w", encoding="utf-8") as journal:
        json.dump({"restore": restore, "moves": moves}, journal)
        journal.flush()
        os.fsync(journal.fileno())
    fresh.replace(places.staging / JOURNAL)
    _sync(places.staging)


def finish(places: Places) -> None:
    """Go on with a restore that was decided, throw away one that was not; nothing while somebody is at it."""
    if not places.staging.exists():
        return
    with occupying(places.home, alone=True) as free:
        if free:
            finish_alone(places)


def finish_alone(places: Places) -> None:
    """As ``finish``, for whoever has the data directory to himself."""
    try:
        told = json.loads((places.staging / JOURNAL).read_text(encoding="utf-8"))
    except FileNotFoundError:
        told = None
    if told and (not places.on_postgresql or places.remembers(told["restore"])):
        for move in told["moves"]:
            _make(Move(*move))
        _sync(places.home)
    throw_away(places)


def throw_away(places: Places) -> None:
    """Remove what was built and not used."""
    # The journal goes first: without it, what is left of the folder means nothing.
    (places.staging / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(places.staging, ignore_errors=True)
    for ending in ("", "-wal", "-shm"):
        Path(f"{places.staged_database}{ending}").unlink(missing_ok=True)


def _make(move: Move) -> None:
    """Make one move, as far as it is not made yet."""
    if move.new and not os.path.lexists(move.new):
        return
    if os.path.lexists(move.place) and not os.path.lexists(move.aside):
        Path(move.place).rename(move.aside)
    if move.new:
        Path(move.new).rename(move.place)


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
