"""What is laid down about an organization changes; its place does not."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append

from ..charter import Charter
from ..models import Organization
from ..refusals import SAME_NAME
from .found import refuse_taken, refuse_unsound
from .shape import fresh, refuse_dissolved


@transaction.atomic
def amend(organization: Organization, charter: Charter, *, by: int | None, at: datetime) -> Organization:
    """Give the organization this charter and return it; the same charter changes nothing and says nothing.

    Raises ``Refusal`` for a dissolved organization, a code that is taken and an unsound charter.
    """
    current = fresh(organization)
    _write(current, charter, "organization.amended", by, at)
    return current


@transaction.atomic
def rename(
    organization: Organization, *, name: str, short_name: str, by: int | None, at: datetime
) -> Organization:
    """Give the organization another name and short name, and return it.

    Raises ``Refusal`` as ``amend`` does, and when both names are the ones it has.
    """
    current = fresh(organization)
    charter = replace(Charter.of(current), name=name, short_name=short_name)
    if not _write(current, charter, "organization.renamed", by, at):
        raise Refusal(SAME_NAME, name=current.name)
    return current


def _write(current: Organization, charter: Charter, verb: str, by: int | None, at: datetime) -> bool:
    refuse_dissolved(current)
    refuse_unsound(charter)
    differences = Charter.of(current).differences(charter)
    if not differences:
        return False
    if "code" in differences:
        refuse_taken(charter, current)
    for field, (_was, value) in differences.items():
        setattr(current, field, value)
    current.save(update_fields=list(differences))
    append(
        current.chain, verb, by=by, at=at, facts={field: list(pair) for field, pair in differences.items()}
    )
    return True
