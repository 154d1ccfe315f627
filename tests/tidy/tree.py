"""The files that the tidy tests look at."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The bans quote what they forbid, so their own file is the one that is not searched.
QUOTING = "tests/tidy/bans.py"


@cache
def files() -> tuple[str, ...]:
    """Return every text file of the project, tracked or about to be, relative to its root."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    found = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    return tuple(sorted(name for name in found if b"\0" not in (ROOT / name).read_bytes()))


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of one file, without their ends."""
    return tuple((ROOT / name).read_text(encoding="utf-8").splitlines())
