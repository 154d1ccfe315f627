"""How long a city of 100,000 tasks takes to back up and to restore, how large the file is, on SQLite and PostgreSQL.

Claims: a backup reaches 0.08 of the speed at which the same bytes are only compressed and digested, which no backup
can do without; a restore, with every constraint, index and trigger in place and the whole ledger verified, takes at
most 3 minutes; neither takes more than 200 MB of memory; the file is at most a quarter of the database.
The city is filled on SQLite, restored from its backup into PostgreSQL, and from that one's into SQLite again.
"""

import hashlib
import os
import sys
import tempfile
import time
import zipfile
import zlib
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.backups import digests, manifest  # found through the line above
from world.databases import Environment, luoshi, prepared
from world.postgres import postgresql

RATIO, RESTORED_SECONDS, MEGABYTES, SIZE = 0.08, 180, 200, 0.25
CHUNK = 2**20


class Run(NamedTuple):
    """What one command took: seconds, and megabytes of memory at most."""

    seconds: float
    memory: float


def _timed(environment: Environment, *arguments: str) -> Run:
    command = [sys.executable, "-m", "luoshi.edge.ops", *arguments]
    begun = time.perf_counter()
    number = os.posix_spawn(
        sys.executable,
        command,
        environment,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)],
    )
    _pid, status, usage = os.wait4(number, 0)
    assert status == 0, arguments  # noqa: S101  # a benchmark of what does not work says nothing
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def _compressed(backup: Path) -> tuple[int, float]:
    """Return how many bytes the tables of the backup are, and how long compressing and digesting alone takes."""
    size, took = 0, 0.0
    with zipfile.ZipFile(backup) as archive:
        for name in archive.namelist():
            packing, digest = zlib.compressobj(1), hashlib.sha256()
            with archive.open(name) as part:
                while chunk := part.read(CHUNK):
                    begun = time.perf_counter()
                    packing.compress(chunk)
                    digest.update(chunk)
                    took += time.perf_counter() - begun
                    size += len(chunk)
    return size, took


def _backed_up(environment: Environment, file: Path) -> int:
    start = _timed(environment, "work").seconds
    made = _timed(environment, "backup", str(file))
    size, alone = _compressed(file)
    rows = sum(part["rows"] or 0 for part in manifest(file)["parts"])
    # What every command takes to begin is none of the backup's.
    took = made.seconds - start
    ratio, packed = alone / took, file.stat().st_size
    print(
        f"  backed up {rows:,} rows, {size / CHUNK:,.0f} MB, into {packed / CHUNK:,.0f} MB in {took:.1f} s"
        f" ({rows / took:,.0f} rows/s), {made.memory:.0f} MB at most; {ratio:.2f} of compressing alone (claim: {RATIO})",
        flush=True,
    )
    return int(ratio < RATIO or made.memory > MEGABYTES)


def _restored(environment: Environment, file: Path) -> int:
    done = _timed(environment, "restore", str(file))
    print(
        f"  restored and verified in {done.seconds:.1f} s (claim: {RESTORED_SECONDS}), {done.memory:.0f} MB at most"
        f" (claim: {MEGABYTES})",
        flush=True,
    )
    return int(done.seconds > RESTORED_SECONDS or done.memory > MEGABYTES)


def main() -> int:
    """Measure, print, and return 1 when a claim does not hold."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="luoshi-bench-")))
        first = prepared(home / "first", "")
        assert luoshi(first, "demo", "--scale", "city").returncode == 0  # noqa: S101  # as above
        print("SQLite:", flush=True)
        missed = _backed_up(first, home / "first.backup")
        share = (home / "first.backup").stat().st_size / (home / "first" / "luoshi.sqlite3").stat().st_size
        print(f"  the file is {share:.2f} of the database (claim: {SIZE})", flush=True)
        print("PostgreSQL:", flush=True)
        second = prepared(home / "second", stack.enter_context(postgresql()))
        missed |= _restored(second, home / "first.backup") | _backed_up(second, home / "second.backup")
        print("SQLite again:", flush=True)
        missed |= _restored(prepared(home / "third", ""), home / "second.backup")
        same = digests(home / "first.backup") == digests(home / "second.backup")
        print(
            f"  every part but the ledger's own word on backups {'came' if same else 'did NOT come'} through"
        )
        return int(bool(missed) or share > SIZE or not same)


if __name__ == "__main__":
    raise SystemExit(main())
