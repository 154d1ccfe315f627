"""How fast a ledger is verified, and what an entry costs beside a bare Django create().

Claims, on SQLite and on PostgreSQL: 20,000 entries verified a second, seals included; an act that
writes its row and its entry in one transaction runs at half the rate of the bare create() or more,
alone and with eight processes. ``--entries 1000000`` verifies a million, which has to take 60 s at most.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import Environment, luoshi, prepared  # found through the line above
from world.postgres import postgresql

RATE = 20_000
RATIO = 0.5
ROUNDS = 5
WRITES = 400
PROCESSES = 8
KINDS = ("create", "append", "both")


class _Writers:
    """Processes that write on demand, started once because starting costs more than writing."""

    def __init__(self, environment: Environment) -> None:
        command = [sys.executable, "-m", "world.ledger_load"]
        self._all = [
            subprocess.Popen(
                [*command, str(number)],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in range(PROCESSES)
        ]
        for kind in KINDS:
            self.rate(kind, PROCESSES)

    def rate(self, kind: str, processes: int) -> tuple[float, float]:
        """Return writes a second of that many together, and the longest wait of any in seconds."""
        count, writing = WRITES // processes, self._all[:processes]
        begun = time.perf_counter()
        for writer in writing:
            assert writer.stdin  # noqa: S101  # a pipe was asked for
            writer.stdin.write(f"{kind} {count}\n")
            writer.stdin.flush()
        waits = [float(writer.stdout.readline()) for writer in writing if writer.stdout]
        return processes * count / (time.perf_counter() - begun), max(waits)

    def stop(self) -> None:
        """End the processes by ending their input."""
        for writer in self._all:
            writer.communicate()


def _writing(writers: _Writers, name: str, processes: int) -> bool:
    """Measure the three kinds in turn, several rounds, and print their medians."""
    rounds = [{kind: writers.rate(kind, processes) for kind in KINDS} for _round in range(ROUNDS)]
    rates = {kind: median(each[kind][0] for each in rounds) for kind in KINDS}
    longest = max(each["both"][1] for each in rounds)
    # A round's kinds are measured one right after the other, so the machine's other work weighs alike.
    append, both = (median(each[kind][0] / each["create"][0] for each in rounds) for kind in KINDS[1:])
    print(
        f"{name}, {processes} writing: create {rates['create']:5.0f}/s, entry alone {rates['append']:5.0f}/s"
        f" ({append:.2f}), both {rates['both']:5.0f}/s ({both:.2f}; claim: {RATIO}), longest wait {longest:.2f} s"
    )
    return both >= RATIO


def _verifying(environment: Environment, name: str, entries: int) -> bool:
    """Measure the command as an auditor runs it, its start included."""
    subprocess.run([sys.executable, "-m", "world.ledger_fill", str(entries)], env=environment, check=True)
    begun = time.perf_counter()
    found = luoshi(environment, "verify-ledger")
    took = time.perf_counter() - begun
    assert found.returncode == 0, found.stderr  # noqa: S101  # a ledger that is not sound proves no speed
    print(f"{name}: {entries} entries verified in {took:5.1f} s, {entries / took:6.0f}/s  (claim: {RATE}/s)")
    return entries / took >= RATE


def main() -> int:
    """Measure, print, and return 1 when a claim does not hold."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--entries", type=int, default=50_000)
    entries: int = arguments.parse_args().entries
    good = True
    with ExitStack() as stack:
        homes = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _database in range(2)]
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        for home, (name, address) in zip(homes, addresses.items(), strict=True):
            environment = prepared(home, address)
            good &= _verifying(environment, name, entries)
            writers = _Writers(environment)
            stack.callback(writers.stop)
            for processes in (1, PROCESSES):
                good &= _writing(writers, name, processes)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
