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
ROUNDS = 3
WRITES = 800
KINDS = ("create", "append", "both")


def _rate(environment: Environment, kind: str, processes: int) -> tuple[float, float]:
    """Return writes a second of all processes together, and the longest wait of any in seconds."""
    count = WRITES // processes
    command = [sys.executable, "-m", "world.ledger_load", kind]
    writers = [
        subprocess.Popen(
            [*command, str(number), str(count)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    for writer in writers:
        assert writer.stdout  # noqa: S101  # a pipe was asked for
        writer.stdout.readline()
    begun = time.perf_counter()
    for writer in writers:
        assert writer.stdin  # noqa: S101  # a pipe was asked for
        writer.stdin.write("\n")
        writer.stdin.flush()
    waits = [float(writer.communicate()[0]) for writer in writers]
    return processes * count / (time.perf_counter() - begun), max(waits)


def _writing(environment: Environment, name: str, processes: int) -> bool:
    """Measure the three kinds in turn, several rounds, and print their medians."""
    rounds = [{kind: _rate(environment, kind, processes) for kind in KINDS} for _round in range(ROUNDS)]
    rates = {kind: median(each[kind][0] for each in rounds) for kind in KINDS}
    waits = {kind: max(each[kind][1] for each in rounds) for kind in KINDS}
    ratios = {kind: rates[kind] / rates["create"] for kind in KINDS}
    label = f"{name}, {processes} writing"
    print(
        f"{label:24} create {rates['create']:6.0f}/s   entry alone {rates['append']:6.0f}/s ({ratios['append']:.2f})"
        f"   both {rates['both']:6.0f}/s ({ratios['both']:.2f}; claim: {RATIO})   longest wait {waits['both']:.2f} s"
    )
    return ratios["both"] >= RATIO


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
    arguments.add_argument("--entries", type=int, default=100_000)
    entries: int = arguments.parse_args().entries
    good = True
    with ExitStack() as stack:
        homes = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _database in range(2)]
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        for home, (name, address) in zip(homes, addresses.items(), strict=True):
            environment = prepared(home, address)
            good &= _verifying(environment, name, entries)
            for processes in (1, 8):
                good &= _writing(environment, name, processes)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
