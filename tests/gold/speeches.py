"""Speeches annotated by hand before the reader was written (tests/core/reading/marks)."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gold import MARKS, text_of
from gold.figures import Figure, overlaps
from luoshi.core.reading import Reading, Span, read, to_do

_BRACKETS = re.compile(r"[（()）、.．，\s]")
_NOT_WORDS = re.compile(r"[\s“”。]")


@dataclass(slots=True)
class Score:
    """One speech, or several added up; ``f1`` of the outline from found, given and wanted."""

    outline_recall: Figure = field(default_factory=Figure)
    outline_precision: Figure = field(default_factory=Figure)
    recall: Figure = field(default_factory=Figure)
    precision: Figure = field(default_factory=Figure)
    precision_beside_soft: Figure = field(default_factory=Figure)
    misses: list[str] = field(default_factory=list)

    @property
    def outline_f1(self) -> float:
        """Harmonic mean of recall and precision over (number, level, title)."""
        recall, precision = self.outline_recall.share, self.outline_precision.share
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def files(prefix: str) -> list[Path]:
    """The mark files whose name begins with ``prefix``: ``speech`` for the three, ``corpus`` for the held-out ones."""
    return sorted(MARKS.glob(f"{prefix}-*.json"))


def score(marked: list[Path]) -> Score:
    """Read every marked file and compare."""
    result = Score()
    for path in marked:
        marks = json.loads(path.read_text(encoding="utf-8"))
        text = text_of(marks["file"])
        reading = read(text)
        _compare_outline(result, path.stem, text, marks["outline"], reading)
        if "tasks" in marks:
            _compare_tasks(result, path.stem, text, marks["tasks"], reading)
    return result


def _compare_outline(
    result: Score, name: str, text: str, marked: list[dict[str, Any]], reading: Reading
) -> None:
    wanted = [_node(node["number"], node["level"], text[slice(*node["title"])]) for node in marked]
    found = [_node(clause.number, clause.level, clause.title) for clause in reading.outline]
    for node in wanted:
        result.outline_recall.add(hit=node in found)
        if node not in found:
            result.misses.append(f"{name} outline missed {node}")
    for node in found:
        result.outline_precision.add(hit=node in wanted)
        if node not in wanted:
            result.misses.append(f"{name} outline extra {node}")


def _node(number: str, level: int, title: str) -> tuple[str, int, str]:
    return _BRACKETS.sub("", number), level, _NOT_WORDS.sub("", title)


def _compare_tasks(
    result: Score, name: str, text: str, marked: list[dict[str, Any]], reading: Reading
) -> None:
    asked = [task for task in marked if task["stance"] in ("commitment", "practice")]
    core: list[Span] = [tuple(task["span"]) for task in asked if task["strength"] == "core"]
    soft: list[Span] = [tuple(task["span"]) for task in asked if task["strength"] == "soft"]
    drafts = [task.span for task in to_do(reading) if task.strength == "core"]
    for span in core:
        hit = any(overlaps(span, draft) for draft in drafts)
        result.recall.add(hit=hit)
        if not hit:
            result.misses.append(f"{name} task missed: {text[slice(*span)][:60]}")
    for draft in drafts:
        hit = any(overlaps(span, draft) for span in core)
        beside = any(overlaps(span, draft) for span in soft)
        result.precision.add(hit=hit)
        if hit or not beside:
            result.precision_beside_soft.add(hit=hit)
        if not hit:
            result.misses.append(f"{name} {'soft' if beside else 'no'} task: {text[slice(*draft)][:60]}")
