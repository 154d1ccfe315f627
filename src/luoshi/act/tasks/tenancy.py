"""What tasks an organization still has in hand, and what becomes of them when it ends."""

from django.db.models import Q

from luoshi.core.lifecycle import State, inherited
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import Act, append_all
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.tenants import Merger

from .models import OVER, Task
from .refusals import TASKS_REMAIN

# What is settled or cancelled stays, as the history of what has ended.
ENDED = (State.SETTLED, State.CANCELLED)


class TasksTenant:
    """Tasks that an organization gave or answers for."""

    def unsettled(self, organization: Organization) -> Refusal | None:
        """Return a refusal while the organization has tasks that are not over, given or to be done."""
        concerned = Q(owner=organization) | Q(issuer=organization)
        open_tasks = Task.objects.filter(concerned).exclude(state__in=OVER)
        first = open_tasks.order_by("pk").first()
        if first is None:
            return None
        name, count = organization.name, str(open_tasks.count())
        return Refusal(TASKS_REMAIN, name=name, count=count, number=str(first.pk), first=first.title)

    def follow(self, merger: Merger) -> dict[str, int]:
        """Hand over every task that may still move, one entry each; return how many."""
        organization = merger.organization
        helping = {task.pk for task in Task.objects.filter(co_units=organization)}
        concerned = Q(owner=organization) | Q(issuer=organization) | Q(co_units=organization)
        numbers = Task.objects.filter(concerned).exclude(state__in=ENDED).values("pk")
        moving = Task.objects.filter(pk__in=numbers).select_for_update(of=("self",)).order_by("pk")
        acts = []
        for task in moving.select_related("owner_post"):
            facts = _inherit(task, merger, helps=task.pk in helping)
            acts.append(Act(task.chain, "task.inherited", merger.by, merger.at, facts))
        append_all(acts)
        return {"tasks": len(acts)}


def _inherit(task: Task, merger: Merger, *, helps: bool) -> dict[str, object]:
    """Put the heir in every place that the organization has in the task; return what the ledger is told."""
    organization, into = merger.organization, merger.into
    before = task.situation
    places = {"issuer": task.issuer_id == organization.pk, "owner": task.owner_id == organization.pk}
    if places["issuer"]:
        task.issuer = into
    if places["owner"]:
        task.owner = into
        # A post that was abolished does not come along, so the organization answers in its place.
        if task.owner_post is not None and task.owner_post.abolished_on is not None:
            task.owner_post = None
    task.moved_at = merger.at
    task.save(update_fields=["issuer", "owner", "owner_post", "moved_at"])
    if helps:
        task.co_units.remove(organization)
        task.co_units.add(into)
    taken = [place for place, taken in {**places, "co_unit": helps}.items() if taken]
    facts: dict[str, object] = {"from": organization.code, "into": into.code, "as": taken}
    owner = task.owner_name
    if owner is not None and owner != before.owner:
        facts["outcome"] = inherited(before, owner).record()
    return facts
