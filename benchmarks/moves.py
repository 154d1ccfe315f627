"""What a ledgered move of a task costs beside a bare Django create() of one.

Claim, on SQLite and on PostgreSQL, with eight clients at once: a move (load and lock, find out as whom
somebody acts, decide, save, append) runs at half the rate of the bare create() in a transaction or more.
"""

import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import Environment, prepared  # found through the line above
from world.postgres import postgresql

RATIO = 0.5
ROUNDS = 3
CLIENTS = 8
WRITES = 1600


def _rate(environment: Environment, kind: str) -> tuple[float, float]:
    """Return writes a second of all clients together, and the longest wait of any in seconds."""
    count = WRITES // CLIENTS
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "world.move_load", kind, str(count)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _client in range(CLIENTS)
    ]
    for writer in writers:
        assert writer.stdout  # noqa: S101  # a pipe was asked for
        assert writer.stdout.readline() == "ready\n"  # noqa: S101  # a writer that failed measures nothing
    begun = time.perf_counter()
    for writer in writers:
        assert writer.stdin  # noqa: S101  # a pipe was asked for
        writer.stdin.write("\n")
        writer.stdin.flush()
    waits = [float(writer.communicate()[0]) for writer in writers]
    return CLIENTS * count / (time.perf_counter() - begun), max(waits)


def _measured(environment: Environment, name: str) -> bool:
    """Measure both kinds in turn, several rounds, and print their medians."""
    rounds = [(_rate(environment, "create"), _rate(environment, "move")) for _round in range(ROUNDS)]
    create, move = (median(each[kind][0] for each in rounds) for kind in (0, 1))
    longest = max(each[1][1] for each in rounds)
    ratio = move / create
    print(
        f"{name}, {CLIENTS} clients: create {create:5.0f}/s   move {move:5.0f}/s"
        f" ({ratio:.2f}; claim: {RATIO})   longest wait {longest:.2f} s"
    )
    return ratio >= RATIO


def main() -> int:
    """Measure, print, and return 1 when the claim does not hold."""
    good = True
    with ExitStack() as stack:
        homes = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _database in range(2)]
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        for home, (name, address) in zip(homes, addresses.items(), strict=True):
            good &= _measured(prepared(home, address), name)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
