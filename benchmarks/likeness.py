"""How well and how fast nearly identical sign-offs are found.

Claims: precision 0.95, recall 0.9; one check against 100,000 sign-offs within 5 ms (95th percentile).
An argument changes how many sign-offs there are.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from core.likeness.invented import pairs  # found through the line above
from core.likeness.labelled import labelled
from luoshi.core.likeness import Index, likeness

SIGN_OFFS = 100_000
CHECKS = 200
PRECISION, RECALL, MILLISECONDS = 0.95, 0.9, 5.0


def _line(name: str, figure: str, bar: str, *, met: bool) -> bool:
    print(f"{'met   ' if met else 'MISSED'} {name:<46} {figure:<12} {bar}")
    return met


def _milliseconds(work: Callable[[], object]) -> float:
    # Processor time, so that what else the machine does proves nothing.
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _accuracy(name: str, judged: list[tuple[bool, bool]]) -> bool:
    right = sum(flagged and same for flagged, same in judged)
    precision = right / sum(flagged for flagged, _ in judged)
    recall = right / sum(same for _, same in judged)
    met = _line(f"{name}: precision", f"{precision:.3f}", f">= {PRECISION}", met=precision >= PRECISION)
    return _line(f"{name}: recall", f"{recall:.3f}", f">= {RECALL}", met=recall >= RECALL) and met


def main(sign_offs: int) -> int:
    """Print every figure with its bar; return 1 when one is missed."""
    everything = labelled()
    index = Index()
    begun = time.perf_counter()
    others = [pair.one for pair in pairs(sign_offs - len(everything), seed=11)]
    told = time.perf_counter()
    for number, text in enumerate(others):
        index.add(f"other {number}", text)
    for number, pair in enumerate(everything):
        index.add(str(number), pair.one)
    print(
        f"{len(index)} sign-offs invented in {told - begun:.0f} s, indexed in {time.perf_counter() - told:.0f} s"
    )
    alone = [(likeness(pair.one, pair.other) > 0, pair.same) for pair in everything]
    among = []
    for number, pair in enumerate(everything):
        found = {match.key for match in index.check(pair.other, at_most=50)}
        among.append((str(number) in found, pair.same))
    queries = [pair.other for pair in everything[:CHECKS]]
    times = [_milliseconds(partial(index.check, query)) for query in queries]
    slowest = statistics.quantiles(times, n=20)[-1]
    one = statistics.median(_milliseconds(partial(likeness, query, others[0])) for query in queries)
    met = [
        _accuracy("two texts", alone),
        _accuracy(f"among {len(index)}", among),
        _line(
            "one check, 95th percentile",
            f"{slowest:.2f} ms",
            f"<= {MILLISECONDS} ms",
            met=slowest <= MILLISECONDS,
        ),
    ]
    print(
        f"       one check, median {statistics.median(times):.2f} ms: {statistics.median(times) / one:.1f} times one comparison of two texts"
    )
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SIGN_OFFS))
