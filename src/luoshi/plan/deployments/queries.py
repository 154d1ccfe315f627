"""Reads of deployments: what still awaits a decision, and how much of a document is answered."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within
from luoshi.ground.people.models import Person

from .models import Clause, Deployment, Draft
from .refusals import NO_CLAUSE, NO_DRAFT

# What ``confirm`` writes into the task.
_SOURCE = re.compile(r"deployment:(\d+)/draft:(\d+)")
_AWAITING = Q(task=None, dropped_why="", merged_into=None)

UNDOABLE = (
    *("draft.amended", "draft.split", "draft.merged", "draft.confirmed", "draft.dropped"),
    "clause.exempted",
)
RESTORED = "draft.restored"
LOOK_BACK = 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a deployment is answered 条款覆盖.

    A clause counts when it asks something or has nothing below it. It is covered by the tasks that
    came from it once no draft of it is open, or exempt for a reason; ``open`` lists the others.
    """

    covered: tuple[Clause, ...]
    exempt: tuple[Clause, ...]
    open: tuple[Clause, ...]

    @property
    def counted(self) -> int:
        """How many clauses count."""
        return len(self.covered) + len(self.exempt) + len(self.open)


def everything() -> QuerySet[Deployment]:
    """Return all deployments; for whoever keeps the installation."""
    return Deployment.objects.order_by("pk")


def find(deployment_id: int) -> Deployment | None:
    """Return the deployment of that number, or nothing."""
    return Deployment.objects.select_related("organization").filter(pk=deployment_id).first()


def deployed_by(organization: Organization) -> QuerySet[Deployment]:
    """Return what the organization has put into force, the latest first."""
    return Deployment.objects.filter(organization=organization).order_by("-pk")


def unanswered(organization: Organization) -> list[Deployment]:
    """Return the organization's deployments in which a draft or a clause is still open, the oldest first."""
    mine = Deployment.objects.filter(organization=organization).order_by("pk")
    return [each for each in mine if any(draft.is_open for draft in drafts(each)) or coverage(each).open]


def drafts(deployment: Deployment) -> list[Draft]:
    """Return all drafts in the order of the text, with their clauses; those merged into others left out."""
    standing = deployment.drafts.filter(merged_into=None).select_related("clause", "deployment")
    return list(standing.order_by("start", "place"))


def awaiting(organization: Organization) -> list[Draft]:
    """Return the drafts in the organization's deployments that nobody has decided about, in their order."""
    mine = Draft.objects.filter(_AWAITING, deployment__organization=organization)
    return list(mine.order_by("deployment_id", "place"))


def source(reference: str) -> tuple[Deployment, int] | None:
    """Return the deployment, and the place in it, that a task names as what it came from; else nothing."""
    named = _SOURCE.fullmatch(reference)
    if named is None:
        return None
    found = Deployment.objects.select_related("organization").defer("text").filter(pk=int(named[1])).first()
    return None if found is None else (found, int(named[2]))


def awaiting_confirmation(organizations: Collection[int], first: int) -> list[tuple[int, str, int]]:
    """Return number, title and how many drafts await a decision, of the first such deployments of these organizations."""
    waiting = Draft.objects.filter(_AWAITING, deployment__organization__in=organizations)
    counted = waiting.values_list("deployment_id", "deployment__title").annotate(Count("pk"))
    return list(counted.order_by("deployment_id")[:first])


def clauses(deployment: Deployment) -> list[Clause]:
    """Return the outline in the order of the text."""
    return list(deployment.clauses.order_by("place"))


def draft_at(deployment: Deployment, place: int) -> Draft:
    """Return the draft at that place. Raises ``Refusal`` when there is none."""
    found = deployment.drafts.filter(place=place).first()
    if found is None:
        raise Refusal(NO_DRAFT, place=str(place), count=str(deployment.drafts.count()))
    return found


def clause_at(deployment: Deployment, place: int) -> Clause:
    """Return the clause at that place. Raises ``Refusal`` when there is none."""
    found = deployment.clauses.filter(place=place).first()
    if found is None:
        raise Refusal(NO_CLAUSE, place=str(place), count=str(deployment.clauses.count()))
    return found


def coverage(deployment: Deployment) -> Coverage:
    """Return which clauses are covered, exempt and open, each in the order of the text."""
    return covering(clauses(deployment), deployment.drafts.all())


def covering(outline: Iterable[Clause], drafts: Iterable[Draft]) -> Coverage:
    """Return the coverage of an outline by its drafts; a merged draft is answered as the one it went into."""
    everything = {draft.pk: draft for draft in drafts}
    asked: dict[int | None, list[Draft]] = defaultdict(list)
    for draft in everything.values():
        asked[draft.clause_id].append(merged(draft, everything))
    ordered = list(outline)
    parents = {clause.parent_id for clause in ordered}
    found: dict[str, list[Clause]] = {"covered": [], "exempt": [], "open": []}
    for clause in ordered:
        mine = asked[clause.pk]
        if not mine and clause.pk in parents:
            continue
        if clause.exempt_why:
            found["exempt"].append(clause)
        elif any(draft.task_id for draft in mine) and not any(draft.is_open for draft in mine):
            found["covered"].append(clause)
        else:
            found["open"].append(clause)
    return Coverage(**{name: tuple(each) for name, each in found.items()})


def merged(draft: Draft, everything: Mapping[int, Draft]) -> Draft:
    """Return the draft that this one went into at last, or itself."""
    while draft.merged_into_id is not None:
        draft = everything[draft.merged_into_id]
    return draft


def reachable(paths: Iterable[str]) -> QuerySet[Deployment]:
    """Return the deployments of organizations within the subtrees, the newest first, without their texts."""
    found = Deployment.objects.filter(within(paths, "organization__path"))
    return found.select_related("organization").defer("text").order_by("-pk")


def coverages(deployments: Sequence[Deployment]) -> dict[int, Coverage]:
    """Return the coverage of each deployment by its id, in two queries however many they are."""
    ids = [each.pk for each in deployments]
    outlines: dict[int, list[Clause]] = defaultdict(list)
    asked: dict[int, list[Draft]] = defaultdict(list)
    for clause in Clause.objects.filter(deployment__in=ids).order_by("place"):
        outlines[clause.deployment_id].append(clause)
    decided = ("deployment", "clause", "task", "dropped_why", "merged_into")
    for draft in Draft.objects.filter(deployment__in=ids).only(*decided):
        asked[draft.deployment_id].append(draft)
    return {each: covering(outlines[each], asked[each]) for each in ids}


def last_undoable(deployment: Deployment, by: Person) -> Entry | None:
    """Return the person's newest act in this review that can be taken back and is not yet, or nothing.

    Looks back over a hundred acts, because nobody takes back more.
    """
    undone: set[int] = set()
    mine = Entry.objects.filter(chain=deployment.chain, by=by.pk, verb__in=(*UNDOABLE, RESTORED))
    for entry in mine.order_by("-sequence")[:LOOK_BACK]:
        if entry.verb == RESTORED:
            undone.add(entry.facts["undone"])
        elif entry.sequence not in undone:
            return entry
    return None
