"""A reading printed for people: what it is, its outline, its tasks under their clauses."""

from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from luoshi.core.reading import Clause, Reading, Task, to_do
from luoshi.edge.exchange.reading_words import KINDS, STANCES, STRENGTHS, remark_in_words
from luoshi.edge.ops.language import translate as _

_LONGEST_TITLE = 40
_NUMERALS = frozenset("一二三四五六七八九十百")


def print_reading(name: str, reading: Reading, *, everything: bool) -> None:
    """Print one reading to the terminal, as wide as it is."""
    console = Console(highlight=False, soft_wrap=False)
    tasks = reading.tasks if everything else to_do(reading)
    console.print(_heading(name, reading))
    console.print(
        Text(
            _("%(clauses)d 条款 · %(tasks)d 项任务") % {"clauses": len(reading.outline), "tasks": len(tasks)},
            style="bold",
        )
    )
    if reading.outline:
        console.print(_outline(reading))
    if tasks:
        console.print(_table(reading, tasks, everything=everything))
    for remark in reading.conventions + reading.warnings:
        console.print(Text(f"· {remark_in_words(remark, _)}", style="dim"))


def _heading(name: str, reading: Reading) -> Text:
    facts = [
        _(KINDS[reading.kind]),
        reading.issuer,
        reading.document_number,
        reading.issued_on.isoformat() if reading.issued_on else None,
    ]
    heading = Text(reading.title or name, style="bold")
    heading.append("\n" + " · ".join(fact for fact in facts if fact), style="not bold")
    return heading


def _outline(reading: Reading) -> Tree:
    root = Tree(_("提纲"), guide_style="dim")
    branches: dict[str | None, Tree] = {None: root}
    for clause in reading.outline:
        branches[clause.id] = branches[clause.parent].add(Text(_label(clause)))
    return root


def _label(clause: Clause) -> str:
    title = clause.title if len(clause.title) <= _LONGEST_TITLE else clause.title[: _LONGEST_TITLE - 1] + "…"
    return f"{_numbered(clause.number)}{title}"


def _numbered(number: str) -> str:
    """The number with the mark that official documents put behind it (GB/T 9704-2012 §7.3.3)."""
    if number.isdecimal():
        return f"{number}."
    if number.startswith("第"):
        return f"{number}，" if number[-1] in _NUMERALS else f"{number} "
    return f"{number}、" if number and not set(number) - _NUMERALS else number


def _table(reading: Reading, tasks: tuple[Task, ...], *, everything: bool) -> Table:
    titles = {clause.id: _label(clause) for clause in reading.outline}
    table = Table(show_lines=False, pad_edge=False, box=None, header_style="bold", padding=(0, 1))
    table.add_column(_("序号"), justify="right", no_wrap=True)
    table.add_column(_("任务"), ratio=4, overflow="fold")
    table.add_column(_("责任单位"), ratio=2, overflow="fold")
    table.add_column(_("时限"), no_wrap=True)
    number = 0
    for clause, group in groupby(tasks, key=lambda task: task.clause):
        table.add_row("", Text(titles.get(clause or "", _("提纲之外")), style="dim"))
        for task in group:
            number += 1
            table.add_row(str(number), _wording(task, everything=everything), _units(task), _when(task))
    return table


def _wording(task: Task, *, everything: bool) -> Text:
    words = Text(" ".join(task.text.split()))
    if task.strength == "soft":
        words.append(f"（{_(STRENGTHS[task.strength])}）", style="dim")
    if everything and task.stance not in ("commitment", "practice"):
        words.append(f"（{_(STANCES[task.stance])}）", style="dim")
    return words


def _units(task: Task) -> Text:
    others = [unit for unit in task.units if unit not in task.leads]
    shown = Text("、".join(task.leads), style="bold") if task.leads else Text()
    rest = others or ([] if task.leads else list(task.responsible))
    if rest:
        shown.append(("、" if task.leads else "") + "、".join(rest), style="not bold")
    return shown


def _when(task: Task) -> str:
    said = [
        task.deadline_on.isoformat() if task.deadline_on else task.deadline,
        task.frequency if task.per else None,
    ]
    return "\n".join(words for words in said if words)
