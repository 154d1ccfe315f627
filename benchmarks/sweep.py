"""How long the lights and notices of a morning take, over a million tasks under way.

Claim, on SQLite and on PostgreSQL: an ordinary morning, on which a few lights in a hundred change and as
many notices fall due, takes 20 s at most for a million tasks (``--tasks`` for another number, with the bar
in proportion). Printed beside it, without a bar: the very first sweep, which lights every task and gives
every notice that was ever due, and a second sweep on the same day, which must find nothing to do.
"""

import argparse
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import Environment, prepared  # found through the line above
from world.postgres import postgresql

TASKS = 1_000_000
BAR_SECONDS = 20
BATCH = "5000"
# Two working days, one after the other.
FIRST, NEXT = "2026-06-09", "2026-06-10"


def _run(environment: Environment, module: str, *arguments: str) -> str:
    """Run a program of the tests' world, and return the last line it printed."""
    command = [sys.executable, "-m", f"world.{module}", *arguments]
    done = subprocess.run(command, env=environment, input="\n", text=True, check=True, stdout=subprocess.PIPE)
    return done.stdout.splitlines()[-1] if done.stdout else ""


def _sweep(environment: Environment, name: str, day: str) -> tuple[int, float]:
    """Sweep, print what it did, and return how much it wrote and the seconds it took."""
    tasks, lights, notices, seconds, worked = _run(environment, "sweeper", day, BATCH).split()
    share = [100 * int(count) / int(tasks) for count in (lights, notices)]
    print(
        f"{name}: {tasks} tasks under way, {lights} lights changed ({share[0]:.1f} %),"
        f" {notices} notices ({share[1]:.1f} %), {float(seconds):5.1f} s"
        f" ({float(worked):.1f} s of it this process at work)",
        flush=True,
    )
    return int(lights) + int(notices), float(seconds)


def _measured(environment: Environment, name: str, tasks: int) -> bool:
    _run(environment, "task_fill", str(tasks), FIRST)
    _sweep(environment, f"{name}, the very first sweep", FIRST)
    written, seconds = _sweep(environment, f"{name}, an ordinary morning", NEXT)
    bar = BAR_SECONDS * tasks / TASKS
    print(f"{name}: {seconds:.1f} s for the morning (claim: {bar:.1f} s)")
    again, _seconds = _sweep(environment, f"{name}, once more that day", NEXT)
    return seconds <= bar and written > 0 and again == 0


def main() -> int:
    """Measure, print, and return 1 when the claim does not hold."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--tasks", type=int, default=TASKS)
    tasks: int = arguments.parse_args().tasks
    good = True
    with ExitStack() as stack:
        homes = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _database in range(2)]
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        for home, (name, address) in zip(homes, addresses.items(), strict=True):
            good &= _measured(prepared(home, address), name, tasks)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
