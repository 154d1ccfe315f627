"""How fast `luoshi demo --scale` fills an empty installation, on SQLite and on PostgreSQL: 20,000 rows a second.

A row is a row of any table: organizations, people, posts, holdings, tasks, co-units, evidence and every entry
of the ledger, with all indexes, constraints and triggers in place. Measured is the filling alone, by one
process (PostgreSQL's server is another); the ledger is verified afterwards. A city is the default, ``province`` an
argument; ``sqlite`` or ``postgresql`` measures one database alone.
"""

import resource
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import django

from world.databases import luoshi, prepared  # found through the line above
from world.postgres import postgresql

RATE = 20_000
FILLING = "filling"


def _fill(size: str) -> int:
    """Fill the installation that the environment names; return 1 when the claim does not hold."""
    django.setup()
    from django.utils.timezone import localdate  # noqa: PLC0415  # settings first

    from luoshi.edge.demo.scale.filling import EXTENTS, fill  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above

    begun, used = time.perf_counter(), time.process_time()
    filled = fill(EXTENTS[size], calendar=site_calendar(), today=localdate())
    took, used = time.perf_counter() - begun, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {EXTENTS[size].tasks:,} tasks, {filled.rows:,} rows in {took:.1f} s, {filled.rows / took:,.0f} rows/s"
        f"  (claim: {RATE:,}); {used:.0f} s of it computing here, {memory:.0f} MB at most",
        flush=True,
    )
    return int(filled.rows / took < RATE)


def _measured(size: str, vendor: str) -> int:
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="luoshi-bench-")))
        environment = prepared(home, stack.enter_context(postgresql()) if vendor == "postgresql" else "")
        print(f"{vendor}, a {size}:", flush=True)
        # Settings are read once a process, so each database has a process of its own.
        command = [sys.executable, __file__, FILLING, size]
        missed = subprocess.run(command, env=environment, check=False).returncode
        begun = time.perf_counter()
        found = luoshi(environment, "verify-ledger")
        print(f"  {found.stdout.strip()}{found.stderr.strip()} ({time.perf_counter() - begun:.1f} s)")
        return max(missed, found.returncode)


def main() -> int:
    """Measure on both databases, print, and return 1 when the claim does not hold."""
    arguments = sys.argv[1:]
    if arguments[:1] == [FILLING]:
        return _fill(arguments[1])
    vendors = [each for each in ("sqlite", "postgresql") if each in arguments] or ["sqlite", "postgresql"]
    return max(_measured("province" if "province" in arguments else "city", each) for each in vendors)


if __name__ == "__main__":
    raise SystemExit(main())
