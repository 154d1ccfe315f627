"""A name that a document wrote gets its meaning, for this document and for every later one."""

from datetime import datetime

from django.db import transaction

from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.models import Person

from ..changes import changing, refuse_outsider
from ..models import Alias, Deployment, Draft
from ..parties import parties


@transaction.atomic
def record_alias(
    deployment: Deployment,
    name: str,
    organization: Organization,
    *,
    by: Person,
    at: datetime,
    each_kind: OrganizationKind | None = None,
) -> Alias:
    """Remember whom the deploying organization's documents mean by the name, and fill it into open drafts.

    With ``each_kind`` it means all of that kind at or below the organization. Answering again replaces
    the answer. Raises ``Refusal`` for somebody who cannot act for the deploying organization.
    """
    deploying = deployment.organization
    for_whom = refuse_outsider(deploying, by, at)
    alias, _made = Alias.objects.update_or_create(
        deploying=deploying,
        name=name,
        defaults={"organization": organization, "each_kind": each_kind or ""},
    )
    facts = {
        "name": name,
        "organization": organization.code,
        "each_kind": str(alias.each_kind),
        "deployment": deployment.pk,
    }
    append(deploying.chain, "organization.alias_recorded", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    with changing(deployment, "draft.amended", by=by, at=at) as change:
        meaning = parties(deploying, [name])
        for draft in change.deployment.drafts.order_by("place"):
            if draft.is_open and name in draft.units:
                _fill(change.touch(draft), name, meaning.ids([name]))
    return alias


def _fill(draft: Draft, name: str, ids: list[int]) -> None:
    leads = not draft.leads or name in draft.leads
    taken = {*draft.owners, *draft.co_units}
    fresh = [each for each in ids if each not in taken]
    if leads:
        draft.owners = [*draft.owners, *fresh]
    else:
        draft.co_units = [*draft.co_units, *fresh]
