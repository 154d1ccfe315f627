"""Who is in the data directory: many who serve, or one who replaces it. The lock ends with its process."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "in-use.lock"


@contextmanager
def occupying(home: Path, *, alone: bool) -> Iterator[bool]:
    """Give whether this process may serve from the directory, or with ``alone`` whether it may replace it."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
