"""What benchmarks on a large database share: a new database of each kind, and the time that something takes on it."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from django.db import connection

from luoshi.edge.ops.preparation import prepare
from world.postgres import postgresql

VENDORS = ("sqlite", "postgresql")


def timed(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the median and the 95th percentile of many runs, in seconds."""
    work()
    spans = []
    for _round in range(rounds):
        begun = time.perf_counter()
        work()
        spans.append(time.perf_counter() - begun)
    return statistics.median(spans), statistics.quantiles(spans, n=20)[-1]


@contextmanager
def new_database(vendor: str) -> Iterator[None]:
    """Set up Django on a new database, as an administrator prepares it; once in a process, because settings are read once."""
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="luoshi-bench-"))
        os.environ["LUOSHI_HOME"] = home
        os.environ.setdefault("LUOSHI_SECRET_KEY", "benchmark")
        os.environ["DATABASE_URL"] = stack.enter_context(postgresql()) if vendor == "postgresql" else ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "luoshi.config.settings"
        prepare()
        yield
        connection.close()


def on_each_database(script: str, measure: Callable[[int], bool], usual: int) -> int:
    """Measure on the database that is named as an argument, or in a process for each; return 1 when a claim fails.

    A number among the arguments measures at that scale instead of the usual one.
    """
    arguments = sys.argv[1:]
    vendors = [each for each in arguments if each in VENDORS]
    count = next((int(each) for each in arguments if each.isdigit()), usual)
    if not vendors:
        command = [sys.executable, script, str(count)]
        ends = [subprocess.run([*command, each], check=False) for each in VENDORS]
        return max(end.returncode for end in ends)
    with new_database(vendors[0]):
        return int(not measure(count))
