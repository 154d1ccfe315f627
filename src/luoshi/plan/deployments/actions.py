"""A document is deployed, its drafts are confirmed into tasks, and clauses that need none say why."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.tasks import actions as tasks
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.standing import issuing_for
from luoshi.core.lifecycle import Situation
from luoshi.core.reading import Reading, read
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .models import Clause, Deployment, Draft
from .refusals import CONFIRMED, DROPPED, EMPTY, EXEMPT, HAS_TASKS, KNOWN, NOT_DEPLOYER, WHYLESS
from .storing import store_clauses, store_drafts

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@transaction.atomic
def deploy(text: str, name: str, *, organization: Organization, by: Person, at: datetime) -> Deployment:
    """Read and store a document with its outline and drafts, and return it; ``name`` serves where it has no title.

    Raises ``Refusal`` for a text that is stored already, naming the first, for one without words, and
    for somebody who cannot act for the organization.
    """
    for_whom = _refuse_outsider(organization, by, at)
    if not text.strip():
        raise Refusal(EMPTY)
    digest = sha256(text.encode()).hexdigest()
    reading = read(text)
    deployment, made = Deployment.objects.get_or_create(
        digest=digest, defaults=_described(reading, text, name, organization, at)
    )
    if not made:
        on = localdate(deployment.registered_at).isoformat()
        raise Refusal(KNOWN, on=on, number=str(deployment.pk), title=deployment.title)
    stored = store_drafts(deployment, reading, store_clauses(deployment, reading))
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


def _described(
    reading: Reading, text: str, name: str, organization: Organization, at: datetime
) -> dict[str, object]:
    return {
        "title": (reading.title or name)[:300],
        "kind": reading.kind,
        "issuer": (reading.issuer or "")[:200],
        "number": (reading.document_number or "")[:100],
        "issued_on": reading.issued_on,
        "text": text,
        "organization": organization,
        "registered_at": at,
    }


@transaction.atomic
def confirm(draft: Draft, *, by: Person, at: datetime, owner: Organization | None = None) -> Task:
    """Make the draft a task of the deploying organization, in draft; return the task.

    Raises ``Refusal`` for a draft that is confirmed or dropped already, and as ``tasks.draft`` does.
    """
    current = _fresh(draft)
    clause, organization = current.clause, current.deployment.organization
    for_whom = _refuse_outsider(organization, by, at)
    terms = Situation(
        standard=current.standard or None,
        recurrence=current.frequency[:60] or None,
        deadline_on=current.deadline_on,
    )
    proposal = Proposal(
        title=current.text,
        text=current.deployment.text[current.start : current.end],
        origin=Origin.CLAUSE,
        origin_reference=f"deployment:{current.deployment_id}/draft:{current.place}",
        issuer=organization,
        owner=owner,
        terms=terms,
    )
    task = tasks.draft(proposal, by=by, at=at)
    current.task_id = task.pk
    current.save(update_fields=["task"])
    facts = {"draft": current.place, "task": task.pk, "clause": clause.place if clause else None}
    append(current.deployment.chain, "draft.confirmed", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return task


@transaction.atomic
def drop(draft: Draft, *, why: str, by: Person, at: datetime) -> Draft:
    """Say why the draft needs no task; return it. Raises ``Refusal`` without a reason and when it is decided."""
    current = _fresh(draft)
    for_whom = _refuse_outsider(current.deployment.organization, by, at)
    _refuse_whyless(why)
    current.dropped_why = why.strip()
    current.save(update_fields=["dropped_why"])
    facts = {"draft": current.place, "why": current.dropped_why}
    append(current.deployment.chain, "draft.dropped", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


@transaction.atomic
def dismiss(clause: Clause, *, why: str, by: Person, at: datetime) -> Clause:
    """Say why the clause needs no task, and drop its open drafts with it; return it.

    Raises ``Refusal`` without a reason, when tasks came from it, and when it is said already.
    """
    current = Clause.objects.select_for_update().get(pk=clause.pk)
    deployment = current.deployment
    for_whom = _refuse_outsider(deployment.organization, by, at)
    _refuse_whyless(why)
    if current.exempt_why:
        raise Refusal(EXEMPT, clause=str(current), why=current.exempt_why)
    # Locked as confirming locks them, so that none becomes a task in between.
    drafts = list(current.drafts.select_for_update().order_by("pk"))
    confirmed = [draft for draft in drafts if draft.task_id]
    if confirmed:
        raise Refusal(HAS_TASKS, clause=str(current), count=str(len(confirmed)))
    current.exempt_why = why.strip()
    current.save(update_fields=["exempt_why"])
    dropped = [draft for draft in drafts if draft.is_open]
    for draft in dropped:
        draft.dropped_why = current.exempt_why
        draft.save(update_fields=["dropped_why"])
    facts = {
        "clause": current.place,
        "why": current.exempt_why,
        "dropped": [draft.place for draft in dropped],
    }
    append(deployment.chain, "clause.exempted", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


def _fresh(draft: Draft) -> Draft:
    """Return the draft as it stands now, locked. Raises ``Refusal`` when it is decided already."""
    current = Draft.objects.select_for_update().get(pk=draft.pk)
    if current.task_id:
        raise Refusal(CONFIRMED, place=str(current.place), task=str(current.task_id))
    if current.dropped_why:
        raise Refusal(DROPPED, place=str(current.place), why=current.dropped_why)
    return current


def _refuse_outsider(organization: Organization, by: Person, at: datetime) -> int | None:
    """Return for whom the person acts, if as a stand-in. Raises ``Refusal`` when nothing lets him."""
    allowed, for_whom = issuing_for(organization, by, localdate(at))
    if not allowed:
        raise Refusal(NOT_DEPLOYER, name=by.name, organization=organization.name)
    return for_whom


def _refuse_whyless(why: str) -> None:
    if not why.strip():
        raise Refusal(WHYLESS)
