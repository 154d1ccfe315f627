"""How long ``luoshi demo`` takes from an empty data directory: migrations, the invented city, and the first page.

Claim: within 10 s on SQLite and on PostgreSQL, the start of the command and the first page included.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import luoshi  # found through the line above
from world.postgres import postgresql
from world.site import serving

BAR_SECONDS = 10.0


def _seconds(name: str, address: str) -> float:
    with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as home:
        environment = {**os.environ, "LUOSHI_HOME": home, "DATABASE_URL": address, "LUOSHI_LANG": "zh"}
        begun = time.perf_counter()
        done = luoshi(environment, "demo", "--no-serve")
        seconds = time.perf_counter() - begun
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, "luoshi demo", done.stdout, done.stderr)
    print(f"demo on {name:<10}            {seconds:5.2f} s  (claim: {BAR_SECONDS:.0f} s)")
    return seconds


def _first_page() -> float:
    with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as home:
        begun = time.perf_counter()
        with serving(Path(home), verb="demo", DATABASE_URL="") as address:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  # our own address
                answer.read()
            seconds = time.perf_counter() - begun
    print(f"demo to the first page, SQLite {seconds:5.2f} s  (claim: {BAR_SECONDS:.0f} s)")
    return seconds


def main() -> int:
    """Measure, print, and return 1 when the claim does not hold."""
    with ExitStack() as stack:
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        taken = [_seconds(name, address) for name, address in addresses.items()]
        taken.append(_first_page())
    return int(max(taken) > BAR_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
