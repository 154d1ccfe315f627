"""What deployments an organization has still to answer, and what becomes of them when it ends."""

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.tenants import Merger

from .models import Alias, Deployment
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
            if Deployment.objects.filter(organization=merger.into, digest=deployment.digest).exists():
                # The heir deployed the same text; each goes on under its own number.
                deployment.digest = f"inherited:{deployment.pk}"
            deployment.organization = merger.into
            deployment.save(update_fields=["organization", "digest"])
            facts = {"from": merger.organization.code, "into": merger.into.code}
            append(deployment.chain, "deployment.inherited", by=merger.by, at=merger.at, facts=facts)
        return {"deployments": len(moving), "aliases": _follow_aliases(merger)}


def _follow_aliases(merger: Merger) -> int:
    """Let names mean the heir, and the heir's documents the names it did not know; return how many moved."""
    gone, into = merger.organization, merger.into
    known = Alias.objects.filter(deploying=into).values("name")
    Alias.objects.filter(deploying=gone, name__in=known).delete()
    inherited = Alias.objects.filter(deploying=gone).update(deploying=into)
    return inherited + Alias.objects.filter(organization=gone).update(organization=into)
