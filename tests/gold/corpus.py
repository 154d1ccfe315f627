"""Plans and task divisions whose own endings and tables say who and by when (corpus/gold.jsonl)."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from gold import SAMPLES, text_of
from gold.figures import Figure
from luoshi.core.reading import Task, read, to_do

_BETWEEN_WORDS = re.compile(r"\W+")
_TAIL = 20
_TYPES = {"month": "period", "year-target": "year_target"}


@dataclass(slots=True)
class Score:
    """The figures of one run and what went wrong, a line each."""

    recall: Figure = field(default_factory=Figure)
    precision: Figure = field(default_factory=Figure)
    units: Figure = field(default_factory=Figure)
    lead: Figure = field(default_factory=Figure)
    deadline: Figure = field(default_factory=Figure)
    stated_deadline: Figure = field(default_factory=Figure)
    misses: list[str] = field(default_factory=list)


def score() -> Score:
    """Read every document of the corpus that has gold records and compare."""
    result = Score()
    for document, records in _records().items():
        tasks = to_do(read(text_of(f"corpus/{document}.txt")))
        _compare(result, document, records, tasks)
    return result


def _records() -> dict[str, list[dict[str, Any]]]:
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with (SAMPLES / "corpus" / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            by_document[record["doc"]].append(record)
    return by_document


def _compare(result: Score, document: str, records: list[dict[str, Any]], tasks: tuple[Task, ...]) -> None:
    by_ending = {task.ending_span: task for task in tasks if task.ending_span and "\t" not in task.text}
    tabled = [task for task in tasks if task.ending_span is None or "\t" in task.text]
    gold_endings = {tuple(record["span"]) for record in records if record["span"]}
    for span in by_ending if gold_endings else ():
        result.precision.add(hit=span in gold_endings)
        if span not in gold_endings:
            result.misses.append(f"{document} not in gold: {by_ending[span].text[-30:]}")
    for record in records:
        task = by_ending.get(tuple(record["span"])) if record["span"] else _row_of(record, tabled)
        result.recall.add(hit=task is not None)
        if task is None:
            result.misses.append(f"{document} missed: {record['ending'][:60]}")
            continue
        _compare_terms(result, record, task)


def _row_of(record: dict[str, Any], tabled: list[Task]) -> Task | None:
    tail = _BETWEEN_WORDS.sub("", record["task_text"])[-_TAIL:]
    for task in tabled:
        if _BETWEEN_WORDS.sub("", task.text).endswith(tail):
            tabled.remove(task)
            return task
    return None


def _compare_terms(result: Score, record: dict[str, Any], task: Task) -> None:
    wanted = set(record["leads"]) | set(record["co_units"])
    _count(result, result.units, record, task, hit=set(task.units) == wanted, what=f"units {task.units}")
    if record["lead"]:
        _count(result, result.lead, record, task, hit=task.lead == record["lead"], what=f"lead {task.lead}")
    kind = _TYPES.get(record["deadline_type"], record["deadline_type"])
    same = task.deadline == record["deadline"] and (kind == task.deadline_type or kind is None)
    _count(
        result, result.deadline, record, task, hit=same, what=f"deadline {task.deadline} {task.deadline_type}"
    )
    if record["deadline"]:
        result.stated_deadline.add(hit=same)


def _count(
    result: Score, figure: Figure, record: dict[str, Any], task: Task, *, hit: bool, what: str
) -> None:
    figure.add(hit=hit)
    if not hit:
        wanted = f"{record['leads']} {record['co_units']} {record['deadline']} {record['deadline_type']}"
        result.misses.append(f"{record['id']} {what} | gold {wanted} | {task.text[:24]}")
