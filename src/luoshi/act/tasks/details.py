"""What the page of one task shows beside the task itself; each is one query, however much there is."""

from collections import Counter
from dataclasses import dataclass

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person, Post
from luoshi.ground.statements import for_each_driver, run
from luoshi.ground.tables import StoredTable, apart

from .models import OVER, Attachment, Evidence, Task

_PLACES, _PEOPLE = StoredTable(Organization), StoredTable(Person)
_EVIDENCE, _FILES = StoredTable(Evidence), StoredTable(Attachment)
# Written by hand because every page of a task asks both.
_HELPERS = for_each_driver(
    """
SELECT {place} FROM tasks_task_co_units helping JOIN organizations_organization place ON place.id = helping.organization_id
WHERE helping.task_id = %s ORDER BY place.path
""",
    place=_PLACES.columns("place"),
)
_PROOFS = for_each_driver(
    """
SELECT {evidence}, {person}, {file} FROM tasks_evidence evidence JOIN people_person person ON person.id = evidence.by_id
LEFT JOIN tasks_attachment file ON file.evidence_id = evidence.id WHERE evidence.task_id = %s ORDER BY evidence.id
""",
    evidence=_EVIDENCE.columns("evidence"),
    person=_PEOPLE.columns("person"),
    file=_FILES.columns("file"),
)
_OWNERS = "SELECT {columns} FROM organizations_organization WHERE id IN ({numbers})"


@dataclass(frozen=True, slots=True)
class Version:
    """A piece of evidence as the page lists it 佐证版本: the how-manieth of its kind, and whether it is the last."""

    evidence: Evidence
    number: int
    last: bool


def helpers(task: Task) -> list[Organization]:
    """Return the units that help, in the order of the tree."""
    return [_PLACES.made(row) for row in run(_HELPERS, (task.pk,)).fetchall()]


def parts(task: Task) -> list[Task]:
    """Return the sub-tasks with their owners, in the order they were opened."""
    return list(task.children.select_related("owner").order_by("pk"))


def is_over(task: Task) -> bool:
    """Tell whether nobody has to do anything for it any more."""
    return task.state in OVER


def versions(task: Task) -> list[Version]:
    """Return the evidence with its files and who gave it, the newest first."""
    given = _proofs(task)
    whole, seen = Counter(each.kind for each in given), Counter[str]()
    found = []
    for each in given:
        seen[each.kind] += 1
        found.append(Version(each, seen[each.kind], last=seen[each.kind] == whole[each.kind]))
    return found[::-1]


def _proofs(task: Task) -> list[Evidence]:
    found = []
    for row in run(_PROOFS, (task.pk,)).fetchall():
        evidence, by, attachment = apart(row, _EVIDENCE, _PEOPLE, _FILES)
        evidence.by = by
        # None is kept as well, so that nobody asks again.
        Evidence.attachment.related.set_cached_value(evidence, attachment)
        found.append(evidence)
    return found


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
        numbers = _ids(names - posts)
        statement = _OWNERS.format(columns=_PLACES.columns(), numbers=", ".join(["%s"] * len(numbers)))
        for row in run(for_each_driver(statement), numbers).fetchall():
            place = _PLACES.made(row)
            found[place.chain] = str(place)
    return found


def _ids(names: set[str]) -> list[int]:
    return [int(name.partition(":")[2]) for name in names]
