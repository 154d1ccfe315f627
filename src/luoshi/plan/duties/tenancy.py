"""What duties leave to be settled when an organization ends, and what goes along with a merger.

Lists go with their posts, which people keep; here are hearings and submissions.
"""

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.tenants import Merger

from .models import Hearing, Submission
from .queries.submissions import unanswered
from .refusals import SUBMISSIONS_REMAIN


class DutiesTenant:
    """Requests that await an answer, and hearings."""

    def unsettled(self, organization: Organization) -> Refusal | None:
        """Return a refusal while a request to or from it has no answer."""
        remaining = unanswered(organization)
        if not remaining:
            return None
        name, count = organization.name, str(len(remaining))
        return Refusal(SUBMISSIONS_REMAIN, name=name, count=count, first=remaining[0].title)

    def follow(self, merger: Merger) -> dict[str, int]:
        """Hand over what was submitted to or by it and its hearings, one entry each; return how many of each."""
        gone, into = merger.organization, merger.into
        return {
            "submissions": _submissions(merger, gone, into),
            "hearings": _hearings(merger, gone, into),
        }


def _submissions(merger: Merger, gone: Organization, into: Organization) -> int:
    moved = 0
    for each in Submission.objects.select_for_update().filter(to=gone).order_by("pk"):
        each.to = into
        each.save(update_fields=["to"])
        _tell(each.chain, "submission.inherited", merger)
        moved += 1
    for each in Submission.objects.select_for_update().filter(organization=gone).order_by("pk"):
        taken = Submission.objects.filter(organization=into, kind=each.kind, year=each.year)
        each.organization = into
        # The heir has numbers of its own; each goes on under the next free one.
        each.number = max(taken.values_list("number", flat=True), default=0) + 1
        each.save(update_fields=["organization", "number"])
        _tell(each.chain, "submission.inherited", merger, number=each.number)
        moved += 1
    return moved


def _hearings(merger: Merger, gone: Organization, into: Organization) -> int:
    """Let hearings follow where the heir has none in that half-year; the others stay as history of what has ended."""
    taken = set(Hearing.objects.filter(organization=into).values_list("period", flat=True))
    moving = [
        each
        for each in Hearing.objects.select_for_update().filter(organization=gone)
        if each.period not in taken
    ]
    for each in moving:
        each.organization = into
        each.save(update_fields=["organization"])
        _tell(each.chain, "hearing.inherited", merger)
    return len(moving)


def _tell(chain: str, verb: str, merger: Merger, **more: object) -> None:
    facts = {"from": merger.organization.code, "into": merger.into.code, **more}
    append(chain, verb, by=merger.by, at=merger.at, facts=facts)
