"""How well and how fast the reader reads.

Accuracy is measured on the marked documents that lie beside the project, speed on text of our own:
at least 2 MB of UTF-8 text a second on one core, and twice the text takes twice the time. The ratio is
to the cheapest thing one can do with a text, cutting it at its punctuation, measured in the same run.
"""

import re
import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from gold import SAMPLES, corpus, speeches  # found through the line above
from luoshi.core.reading import read

RATE = 2.0
GROWTH = 1.3
SIZE = 2_000_000
ROUNDS = 3
_CUT = re.compile("[，。；！？\n]")


def main() -> int:
    """Print every figure with its bar; return 1 when one is missed."""
    return 0 if all([*_accuracy(), *_speed()]) else 1


def _line(name: str, figure: object, bar: str, *, met: bool) -> bool:
    print(f"{'met   ' if met else 'MISSED'} {name:<46} {figure!s:<20} {bar}")
    return met


def _accuracy() -> list[bool]:
    if not (SAMPLES / "corpus" / "gold.jsonl").exists():
        print("accuracy: the marked documents are not here, so nothing was compared")
        return []
    plans = corpus.score()
    rows = [
        ("endings, recall", plans.recall, 0.97),
        ("endings, precision", plans.precision, 0.97),
        ("unit set exactly right", plans.units, 0.93),
        ("lead right where there is one", plans.lead, 0.93),
        ("deadline right", plans.deadline, 0.93),
        ("deadline right where there is one", plans.stated_deadline, 0.93),
    ]
    told = [_line(name, figure, f">= {bar}", met=figure.share >= bar) for name, figure, bar in rows]
    return told + _speeches("speech", "three annotated speeches") + _speeches("corpus", "held-out speeches")


def _speeches(prefix: str, name: str) -> list[bool]:
    """The bars hold for the three; the held-out ones are shown beside them."""
    found = speeches.score(speeches.files(prefix))
    bar = prefix == "speech"
    told = [
        _line(f"{name}: outline F1", f"{found.outline_f1:.3f}", ">= 0.95", met=found.outline_f1 >= 0.95),
        _line(f"{name}: core tasks, recall", found.recall, ">= 0.85", met=found.recall.share >= 0.85),
        _line(
            f"{name}: core tasks, precision", found.precision, ">= 0.75", met=found.precision.share >= 0.75
        ),
    ]
    print(f"       {name}: precision, soft tasks not counted   {found.precision_beside_soft}")
    return told if bar else []


def _speed() -> list[bool]:
    told = []
    for name in ("speech.txt", "plan.txt"):
        text = resources.files("luoshi.content.demo").joinpath(name).read_text(encoding="utf-8") + "\n"
        text *= 1 + SIZE // len(text.encode())
        megabytes = len(text.encode()) / 1e6
        seconds = _best(read, text)
        floor = _best(_CUT.split, text)
        half = _best(read, text[: len(text) // 2])
        rate = megabytes / seconds
        told.append(_line(f"{name}: MB of text a second", f"{rate:.2f}", f">= {RATE}", met=rate >= RATE))
        told.append(
            _line(
                f"{name}: time of the whole to twice a half",
                f"{seconds / half / 2:.2f}",
                f"<= {GROWTH}",
                met=seconds / half / 2 <= GROWTH,
            )
        )
        print(f"       {name}: {seconds / floor:.0f} times the time of cutting it at its punctuation")
    return told


def _best(work: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work(text)
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    raise SystemExit(main())
