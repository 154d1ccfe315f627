"""What the page of one task shows beside the task itself; each is one query, however much there is."""

from collections import Counter
from dataclasses import dataclass

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Post

from .models import OVER, Evidence, Task


@dataclass(frozen=True, slots=True)
class Version:
    """A piece of evidence as the page lists it 佐证版本: the how-manieth of its kind, and whether it is the last."""

    evidence: Evidence
    number: int
    last: bool


def helpers(task: Task) -> list[Organization]:
    """Return the units that help, in the order of the tree."""
    return list(task.co_units.order_by("path"))


def parts(task: Task) -> list[Task]:
    """Return the sub-tasks with their owners, in the order they were opened."""
    return list(task.children.select_related("owner").order_by("pk"))


def is_over(task: Task) -> bool:
    """Tell whether nobody has to do anything for it any more."""
    return task.state in OVER


def versions(task: Task) -> list[Version]:
    """Return the evidence with its files and who gave it, the newest first."""
    given = list(task.proofs.select_related("by", "attachment").order_by("pk"))
    whole, seen = Counter(each.kind for each in given), Counter[str]()
    found = []
    for each in given:
        seen[each.kind] += 1
        found.append(Version(each, seen[each.kind], last=seen[each.kind] == whole[each.kind]))
    return found[::-1]


def evidence_of(task: Task, number: int) -> Evidence | None:
    """Return that piece of evidence of the task with its file, or nothing."""
    return task.proofs.filter(pk=number).select_related("attachment").first()


def owner_names(names: set[str]) -> dict[str, str]:
    """Return what owners are called by the loop's names of them, such as ``post:5``; in two queries at most."""
    posts = {name for name in names if name.startswith("post:")}
    found = {}
    if posts:
        for post in Post.objects.filter(pk__in=_ids(posts)).select_related("organization"):
            found[post.chain] = f"{post.organization}{post.title}"
    if names - posts:
        for each in Organization.objects.filter(pk__in=_ids(names - posts)):
            found[each.chain] = str(each)
    return found


def _ids(names: set[str]) -> list[int]:
    return [int(name.partition(":")[2]) for name in names]
