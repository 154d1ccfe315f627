"""How well and how fast nearly identical sign-offs are found, on SQLite and on PostgreSQL.

Claims: precision 0.95, recall 0.9, among 100,000 sign-offs and between two texts alone; a check against
100,000 within 5 ms (95th percentile, wall time). An argument changes how many sign-offs there are.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from core.likeness.labelled import held_out, labelled, written  # found through the line above
from luoshi.core.likeness import likeness
from world.databases import Environment, prepared
from world.postgres import postgresql

SIGN_OFFS = 100_000
PRECISION, RECALL, MILLISECONDS = 0.95, 0.9, 5.0


def _line(name: str, figure: str, bar: str, *, met: bool) -> bool:
    print(f"{'met   ' if met else 'MISSED'} {name:<50} {figure:<12} {bar}")
    return met


def _figures(judged: list[tuple[bool, bool]]) -> tuple[float, float]:
    """Return precision and recall of (flagged, same)."""
    right = sum(flagged and same for flagged, same in judged)
    flagged_in_all = sum(flagged for flagged, _ in judged)
    return right / flagged_in_all, right / sum(same for _, same in judged)


def _accuracy(name: str, judged: list[tuple[bool, bool]]) -> bool:
    precision, recall = _figures(judged)
    met = _line(f"{name}: precision", f"{precision:.3f}", f">= {PRECISION}", met=precision >= PRECISION)
    return _line(f"{name}: recall", f"{recall:.3f}", f">= {RECALL}", met=recall >= RECALL) and met


def _wired(environment: Environment, name: str, sign_offs: int) -> bool:
    command = [sys.executable, "-m", "world.sign_off_load", str(sign_offs)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    said = json.loads(done.stdout)
    print(f"       {name}: {said['gathered']} sign-offs gathered in {said['seconds']:.0f} s")
    slowest = statistics.quantiles(said["waits"], n=20)[-1]
    met = _accuracy(f"{name}, among {said['gathered']}", said["flagged"])
    median = statistics.median(said["waits"])
    print(f"       {name}: one more taken in, median {statistics.median(said['gatherings']):.1f} ms")
    return (
        _line(
            f"{name}: one check, 95th percentile (median {median:.1f})",
            f"{slowest:.2f} ms",
            f"<= {MILLISECONDS} ms",
            met=slowest <= MILLISECONDS,
        )
        and met
    )


def main(sign_offs: int) -> int:
    """Print every figure with its bar; return 1 when one is missed."""
    alone = [(likeness(pair.one, pair.other) > 0, pair.same) for pair in labelled()]
    good = _accuracy("two texts", alone)
    unseen = [pair for pair in written() if held_out(pair)]
    precision, recall = _figures([(likeness(pair.one, pair.other) > 0, pair.same) for pair in unseen])
    print(
        f"       of those the {len(unseen)} by hand, unseen: precision {precision:.3f}, recall {recall:.3f}"
    )
    with ExitStack() as stack:
        homes = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _database in range(2)]
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        for home, (name, address) in zip(homes, addresses.items(), strict=True):
            good &= _wired(prepared(home, address), name, sign_offs)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SIGN_OFFS))
