"""What the program ``task_mover`` does, once Django is there."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from luoshi.act.tasks import actions
from luoshi.act.tasks.models import Evidence, Task
from luoshi.act.tasks.queries import as_told, story
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.people.models import Person

from .ground import AT
from .loop import cast
from .steps import attempt


def plant(count: int) -> Iterator[str]:
    """Make the cast and dispatched tasks; give their numbers."""
    who = cast()
    for _number in range(count):
        yield str(who.dispatched().pk)


def race(numbers: list[int], at: datetime) -> Iterator[str]:
    """Accept each task as its owner; give ``won`` or the refusal's sentence for each."""
    owner = Person.objects.get(name="丙处长")
    for task in Task.objects.filter(pk__in=numbers).order_by("pk"):
        try:
            actions.accept(task, by=owner, at=at)
        except Refusal as refusal:
            yield f"{task.pk} {refusal}"
        else:
            yield f"{task.pk} won"


def wander(chance: Random, count: int, numbers: list[int]) -> Iterator[str]:
    """Make so many moves, refused ones not counted; give chain and sequence of each that was acknowledged."""
    people = list(Person.objects.order_by("pk"))
    tried = 0
    while count:
        tried += 1
        task = Task.objects.get(pk=chance.choice(numbers))
        try:
            moved = attempt(task, people, chance, AT + timedelta(minutes=tried))
        except Refusal:
            continue
        count -= 1
        yield f"{moved.chain} {len(story(moved))}"


def rungs() -> Iterator[str]:
    """Give each notice as its chain and rung, in the order in which they were given."""
    for entry in Entry.objects.filter(verb="task.escalated").order_by("pk"):
        yield f"{entry.chain} {entry.facts['rung']}"


def audit() -> Iterator[str]:
    """Give the chain of every task whose story does not tell what is stored, its evidence and its parts included."""
    told = 0
    for task in Task.objects.order_by("pk"):
        entries = story(task)
        told += sum(len(entry.facts.get("evidence", [])) for entry in entries)
        if as_told(entries) != task.situation or task.children.count() != task.parts:
            yield task.chain
    if Evidence.objects.count() != told:
        yield "evidence"
    known = {f"task:{number}" for number in Task.objects.values_list("pk", flat=True)}
    for chain in Entry.objects.filter(chain__startswith="task:").values_list("chain", flat=True).distinct():
        if chain not in known:
            yield chain


def lengths() -> Iterator[str]:
    """Give the chain of every task and how many entries tell its story."""
    for task in Task.objects.order_by("pk"):
        yield f"{task.chain} {len(story(task))}"
