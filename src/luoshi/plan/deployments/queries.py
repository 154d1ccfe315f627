"""Reads of deployments: what still awaits a decision, and how much of a document is answered."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization

from .models import Clause, Deployment, Draft
from .refusals import NO_CLAUSE, NO_DRAFT


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


def unanswered(organization: Organization) -> list[Deployment]:
    """Return the organization's deployments in which a draft or a clause is still open, the oldest first."""
    mine = Deployment.objects.filter(organization=organization).order_by("pk")
    return [each for each in mine if any(draft.is_open for draft in drafts(each)) or coverage(each).open]


def drafts(deployment: Deployment) -> list[Draft]:
    """Return all drafts in the order of the text, with their clauses."""
    return list(deployment.drafts.select_related("clause", "deployment").order_by("place"))


def awaiting(organization: Organization) -> list[Draft]:
    """Return the drafts in the organization's deployments that nobody has decided about, in their order."""
    mine = Draft.objects.filter(deployment__organization=organization, task=None, dropped_why="")
    return list(mine.order_by("deployment_id", "place"))


def awaiting_confirmation(organizations: Collection[int], first: int) -> list[tuple[int, str, int]]:
    """Return number, title and how many drafts await a decision, of the first such deployments of these organizations."""
    waiting = Draft.objects.filter(deployment__organization__in=organizations, task=None, dropped_why="")
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
    asked: dict[int | None, list[Draft]] = defaultdict(list)
    for draft in deployment.drafts.all():
        asked[draft.clause_id].append(draft)
    outline = clauses(deployment)
    parents = {clause.parent_id for clause in outline}
    found: dict[str, list[Clause]] = {"covered": [], "exempt": [], "open": []}
    for clause in outline:
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
