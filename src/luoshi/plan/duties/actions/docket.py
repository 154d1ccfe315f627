"""A leader takes a task up in person, or gives one, and releases it again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.tasks.actions import dispatch, draft
from luoshi.act.tasks.details import is_over
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person, Post

from ..lengths import WORDS
from ..models import DocketEntry
from ..refusals import DEPLOYED, ON_DOCKET, OUT_OF_REACH, RELEASE_WHYLESS, RELEASED, TASK_OVER
from ..standing import refuse_not_leading
from ..vocabulary import Concern

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@transaction.atomic
def deploy_in_person(
    post: Post, proposal: Proposal, *, by: Person, at: datetime, note: str = ""
) -> DocketEntry:
    """Open the task and dispatch it, and put it on the docket of the post; return the entry. Raises as ``take_up`` and the loop."""
    again = DocketEntry.objects.filter(
        post=post, concern=Concern.DEPLOY, task__title=proposal.title.strip(), released_at=None
    )
    known = again.select_related("person").first()
    if known is not None and localdate(known.taken_at) == localdate(at):
        facts = {"title": proposal.title.strip(), "name": known.person.name}
        raise Refusal(DEPLOYED, number=str(known.task_id), **facts)
    task = dispatch(draft(proposal, by=by, at=at), by=by, at=at)
    return take_up(task, post=post, concern=Concern.DEPLOY, by=by, at=at, note=note)


@transaction.atomic
def take_up(
    task: Task, *, post: Post, concern: Concern, by: Person, at: datetime, note: str = ""
) -> DocketEntry:
    """Put the task on the docket of the leading post that the person holds, and return the entry.

    Raises ``Refusal`` for whoever does not hold the post himself, for a task that neither comes from nor goes to
    what the post answers for, for one that is over, and for the second time.
    """
    # Two who take the same task up for one post come one after the other.
    current = (
        Post.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organization")
        .get(pk=post.pk)
    )
    refuse_not_leading(by, current, localdate(at))
    refuse_overlong(note, WORDS)
    places = [each.path for each in (task.owner, task.issuer) if each is not None]
    if not any(place.startswith(current.organization.path) for place in places):
        raise Refusal(OUT_OF_REACH, number=str(task.pk), title=current.title)
    if is_over(task):
        raise Refusal(TASK_OVER, number=str(task.pk))
    if DocketEntry.objects.filter(post=current, task_id=task.pk, released_at=None).exists():
        raise Refusal(ON_DOCKET, number=str(task.pk), title=current.title)
    entry = DocketEntry.objects.create(
        post=current, person=by, task=task, concern=concern, note=note.strip(), taken_at=at
    )
    facts = {"task": task.pk, "post": current.pk, "concern": Concern(concern).value, "note": entry.note}
    append(entry.chain, "docket.taken_up", by=by.pk, at=at, facts=facts)
    return entry


@transaction.atomic
def release(entry: DocketEntry, *, by: Person, at: datetime, why: str) -> DocketEntry:
    """Take a task off the docket, and return the entry. Raises ``Refusal`` without a reason, and as ``take_up``."""
    current = DocketEntry.objects.select_for_update(of=("self",)).select_related("post").get(pk=entry.pk)
    refuse_not_leading(by, current.post, localdate(at))
    if current.released_at is not None:
        raise Refusal(RELEASED, number=str(current.task_id))
    why = why.strip()
    if not why:
        raise Refusal(RELEASE_WHYLESS)
    refuse_overlong(why, WORDS)
    current.released_at, current.released_why = at, why
    current.save(update_fields=["released_at", "released_why"])
    facts = {"task": current.task_id, "post": current.post_id, "why": why}
    append(current.chain, "docket.released", by=by.pk, at=at, facts=facts)
    return current
