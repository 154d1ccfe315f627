"""How well and how fast the reader reads.

Accuracy and speed are measured on the real documents that lie beside the project where they are there:
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
EXAMPLES = ("speech", "plan")
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
    """Real plans and speeches where they are; our own examples, denser in tasks than any of them, beside."""
    examples = "".join(
        (resources.files("luoshi") / "content/demo" / f"{name}.txt").read_text("utf-8") for name in EXAMPLES
    )
    dense = _rate("our dense examples", examples)
    if not SAMPLES.exists():
        return [dense]
    told = []
    for name, folder in (("plans and divisions", "corpus"), ("speeches", "speeches")):
        told.append(
            _rate(
                name, "\n".join(file.read_text("utf-8") for file in sorted((SAMPLES / folder).glob("*.txt")))
            )
        )
    return told


def _rate(name: str, sample: str) -> bool:
    text = sample * (1 + SIZE // len(sample.encode()))
    megabytes = len(text.encode()) / 1e6
    seconds, half, floor = _best(read, text), _best(read, text[: len(text) // 2]), _best(_CUT.split, text)
    rate, growth = megabytes / seconds, seconds / half / 2
    told = f"{rate:.2f}, growth {growth:.2f}"
    print(f"       {name}: {seconds / floor:.0f} times the time of cutting it at its punctuation")
    return _line(
        f"{name}: MB of text a second", told, f">= {RATE}, <= {GROWTH}", met=rate >= RATE and growth <= GROWTH
    )


def _best(work: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work(text)
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    raise SystemExit(main())
