"""A document is put into force: read, stored with its outline, its drafts given to whom they name."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.reading import Reading, read, to_do
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..changes import refuse_outsider
from ..models import Deployment
from ..parties import parties
from ..refusals import EMPTY, KNOWN
from ..storing import store_clauses, store_drafts


@transaction.atomic
def deploy(text: str, name: str, *, organization: Organization, by: Person, at: datetime) -> Deployment:
    """Read and store a document with its outline and drafts, and return it; ``name`` serves where it has no title.

    Raises ``Refusal`` for a text that the organization stored already, naming the first, for one without
    words, and for somebody who cannot act for the organization.
    """
    for_whom = refuse_outsider(organization, by, at)
    if not text.strip():
        raise Refusal(EMPTY)
    digest = sha256(text.encode()).hexdigest()
    reading = read(text)
    deployment, made = Deployment.objects.get_or_create(
        digest=digest, organization=organization, defaults=_described(reading, text, name, at)
    )
    if not made:
        on = localdate(deployment.registered_at).isoformat()
        raise Refusal(KNOWN, on=on, number=str(deployment.pk), title=deployment.title)
    meaning = parties(
        organization, {unit for task in to_do(reading) for unit in task.units or task.responsible}
    )
    stored = store_drafts(deployment, reading, store_clauses(deployment, reading), meaning)
    facts = {
        "title": deployment.title,
        "number": deployment.number,
        "organization": organization.code,
        "text_digest": digest,
        "clauses": len(reading.outline),
        "drafts": stored,
    }
    append(deployment.chain, "deployment.registered", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return deployment


def _described(reading: Reading, text: str, name: str, at: datetime) -> dict[str, object]:
    return {
        "title": (reading.title or name)[:300],
        "kind": reading.kind,
        "issuer": (reading.issuer or "")[:200],
        "number": (reading.document_number or "")[:100],
        "issued_on": reading.issued_on,
        "text": text,
        "registered_at": at,
    }
