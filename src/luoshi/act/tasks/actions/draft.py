"""A task is opened as a draft."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.lifecycle import State
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..lengths import TITLE_LENGTH
from ..models import Task
from ..proposal import Proposal
from ..refusals import NOT_ISSUER, UNTITLED
from ..standing import issuing_for
from .owners import refuse_unfit


@transaction.atomic
def draft(proposal: Proposal, *, by: Person, at: datetime) -> Task:
    """Open the task as a draft in the name of its issuer, and return it.

    Raises ``Refusal`` without a title, for an owner that cannot be one, and when nothing lets the
    person act for the issuer.
    """
    issuing, for_whom = issuing_for(proposal.issuer, by, localdate(at))
    if not issuing:
        raise Refusal(NOT_ISSUER, name=by.name, issuer=proposal.issuer.name)
    return opened(proposal, by=by, at=at, for_whom=for_whom)


def opened(proposal: Proposal, *, by: Person | None, at: datetime, for_whom: int | None) -> Task:
    """Store the draft and its ledger entry, within the caller's transaction; nobody opens what a plan opens."""
    title = proposal.title.strip()
    if not title:
        raise Refusal(UNTITLED)
    refuse_unfit(proposal.owner, proposal.owner_post)
    terms = proposal.terms
    task = Task.objects.create(
        title=title[:TITLE_LENGTH],
        text=proposal.text,
        origin=proposal.origin,
        origin_reference=proposal.origin_reference,
        issuer=proposal.issuer,
        owner=proposal.owner,
        owner_post=proposal.owner_post,
        verifier=proposal.verifier,
        parent=proposal.parent,
        opened_at=at,
        moved_at=at,
        state=State.DRAFT,
        standard=terms.standard,
        recurrence=terms.recurrence,
        deadline_on=terms.deadline_on,
        evidence_named=sorted(terms.evidence_named),
    )
    task.co_units.set(proposal.co_units)
    actor = None if by is None else by.pk
    append(task.chain, "task.drafted", by=actor, at=at, for_whom=for_whom, facts=_facts(task, proposal))
    return task


def _facts(task: Task, proposal: Proposal) -> dict[str, object]:
    return {
        "title": task.title,
        "origin": task.origin,
        "origin_reference": task.origin_reference,
        "issuer": proposal.issuer.code,
        "owner": task.owner_name,
        "verifier": task.verifier_id,
        "co_units": [each.code for each in proposal.co_units],
        "parent": task.parent_id,
        "standard": task.standard,
        "recurrence": task.recurrence,
        "deadline_on": task.deadline_on,
        "evidence_named": task.evidence_named,
    }
