"""What deployments an organization has still to answer, and what becomes of them when it ends."""

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.tenants import Merger

from .models import Deployment
from .queries import unanswered
from .refusals import DEPLOYMENTS_REMAIN


class DeploymentsTenant:
    """Documents that an organization answers for being carried out."""

    def unsettled(self, organization: Organization) -> Refusal | None:
        """Return a refusal while something in its deployments awaits a decision."""
        remaining = unanswered(organization)
        if not remaining:
            return None
        first, count = remaining[0], str(len(remaining))
        name, number = organization.name, str(first.pk)
        return Refusal(DEPLOYMENTS_REMAIN, name=name, count=count, number=number, first=first.title)

    def follow(self, merger: Merger) -> dict[str, int]:
        """Hand over every deployment, one entry each; return how many."""
        mine = Deployment.objects.filter(organization=merger.organization)
        moving = list(mine.select_for_update().order_by("pk"))
        for deployment in moving:
            deployment.organization = merger.into
            deployment.save(update_fields=["organization"])
            facts = {"from": merger.organization.code, "into": merger.into.code}
            append(deployment.chain, "deployment.inherited", by=merger.by, at=merger.at, facts=facts)
        return {"deployments": len(moving)}
