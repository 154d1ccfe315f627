"""A program that sweeps: ``python -m world.sweeper DAY BATCH``.

It waits for a line on standard input, sweeps as of nine o'clock on that day, prints one line for each batch
stored, and at the end how many tasks, lights and notices there were, and the seconds it took, on the clock and of the processor.
"""

import sys
import time
from datetime import datetime

import django


def main() -> None:
    """Sweep, and say so."""
    django.setup()
    from luoshi.act.tasks.actions import sweep  # noqa: PLC0415  # models need the settings first

    day, batch = sys.argv[1:]
    _say("ready")
    sys.stdin.readline()
    begun, worked = time.perf_counter(), time.process_time()
    at = datetime.fromisoformat(f"{day}T09:00:00+08:00")
    done = sweep(by=None, at=at, advance=lambda tasks: _say(f"stored {tasks}"), batch=int(batch))
    took = f"{time.perf_counter() - begun:.2f} {time.process_time() - worked:.2f}"
    _say(f"{done.tasks} {done.lights} {done.notices} {took}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
