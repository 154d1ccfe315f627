"""Drafts are confirmed into tasks or dropped for a reason, and clauses that need no task say why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from luoshi.act.tasks import actions as tasks
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.site import workdays
from luoshi.core.lifecycle import Facts, Move, Role, Situation, decide
from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..changes import Change, changing
from ..models import Clause, Deployment, Draft
from ..refusals import EXEMPT, HAS_TASKS, NOTHING_CHOSEN, WHYLESS

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

Seen = Mapping[int, int]


def confirm(draft: Draft, *, by: Person, at: datetime, owner: Organization | None = None) -> Task:
    """Make the draft a task of the deploying organization, in draft, however much it still lacks; return the task.

    Where it has several owners, each gets a task and the first one's is returned. Raises ``Refusal``
    for a draft that is confirmed or dropped already, and as ``tasks.draft`` does.
    """
    with changing(draft.deployment, "draft.confirmed", by=by, at=at) as change:
        made = _become(change, change.draft(draft.place), [owner] if owner else None)
    return made[0]


def confirm_all(
    deployment: Deployment, places: Sequence[int], *, by: Person, at: datetime, seen: Seen | None = None
) -> list[Task]:
    """Make the drafts tasks that can be dispatched as they are, all of them or none; return the tasks.

    ``seen`` holds by place the version that somebody decides about. Raises ``Refusal`` as ``confirm`` does,
    for a version that is no more, and the loop's own for whatever dispatching would refuse.
    """
    _refuse_none(places)
    made: list[Task] = []
    with changing(deployment, "draft.confirmed", by=by, at=at) as change:
        for place in places:
            draft = change.draft(place, (seen or {}).get(place))
            _refuse_unready(change, draft)
            made += _become(change, draft, None)
    return made


def _refuse_unready(change: Change, draft: Draft) -> None:
    """Let the loop say what would stand against dispatching it today."""
    owner = f"organization:{draft.owners[0]}" if draft.owners else None
    facts = Facts(str(change.by.pk), change.on, frozenset({Role.ISSUER}), owner=owner, calendar=workdays())
    decide(_terms(draft), Move.DISPATCH, facts)


def _terms(draft: Draft) -> Situation:
    return Situation(
        standard=draft.standard or None,
        recurrence=draft.frequency[:60] or None,
        deadline_on=draft.deadline_on,
        evidence_named=frozenset(draft.evidence_named),
    )


def _become(change: Change, draft: Draft, owners: Sequence[Organization] | None) -> list[Task]:
    """Open a task for each owner, or one for nobody yet."""
    deployment = change.deployment
    named = Organization.objects.in_bulk({*draft.owners, *draft.co_units})
    given: Sequence[Organization | None] = owners or [named[each] for each in draft.owners] or [None]
    made = [
        tasks.draft(
            Proposal(
                title=str(draft),
                text=deployment.text[draft.start : draft.end],
                origin=Origin.CLAUSE,
                origin_reference=f"{deployment.chain}/draft:{draft.place}",
                issuer=deployment.organization,
                owner=owner,
                co_units=tuple(named[each] for each in draft.co_units),
                terms=_terms(draft),
            ),
            by=change.by,
            at=change.at,
        )
        for owner in given
    ]
    draft.task_id, draft.further = made[0].pk, [task.pk for task in made[1:]]
    clause = draft.clause.place if draft.clause else None
    noted = change.facts.setdefault("tasks", [])
    noted.append({"draft": draft.place, "clause": clause, "tasks": [task.pk for task in made]})
    return made


def drop(draft: Draft, *, why: str, by: Person, at: datetime) -> Draft:
    """Say why the draft needs no task; return it. Raises ``Refusal`` without a reason and when it is decided."""
    [dropped] = drop_all(draft.deployment, [draft.place], why=why, by=by, at=at)
    return dropped


def drop_all(
    deployment: Deployment,
    places: Sequence[int],
    *,
    why: str,
    by: Person,
    at: datetime,
    seen: Seen | None = None,
) -> list[Draft]:
    """Say why none of the drafts needs a task; return them. Raises ``Refusal`` as ``drop`` does."""
    _refuse_none(places)
    with changing(deployment, "draft.dropped", by=by, at=at) as change:
        _refuse_whyless(why)
        drafts = [change.draft(place, (seen or {}).get(place)) for place in places]
        for draft in drafts:
            draft.dropped_why = why.strip()
        change.facts |= {"why": why.strip(), "dropped": list(places)}
    return drafts


def dismiss(clause: Clause, *, why: str, by: Person, at: datetime) -> Clause:
    """Say why the clause needs no task, and drop its open drafts with it; return it.

    Raises ``Refusal`` without a reason, when tasks came from it, and when it is said already.
    """
    with changing(clause.deployment, "clause.exempted", by=by, at=at) as change:
        _refuse_whyless(why)
        current = change.clause(Clause.objects.get(pk=clause.pk))
        if current.exempt_why:
            raise Refusal(EXEMPT, clause=str(current), why=current.exempt_why)
        drafts = list(current.drafts.order_by("pk"))
        confirmed = [draft for draft in drafts if draft.task_id]
        if confirmed:
            raise Refusal(HAS_TASKS, clause=str(current), count=str(len(confirmed)))
        current.exempt_why = why.strip()
        dropped = [change.touch(draft) for draft in drafts if draft.is_open]
        for draft in dropped:
            draft.dropped_why = current.exempt_why
        change.facts |= {
            "clause": current.place,
            "why": current.exempt_why,
            "dropped": [draft.place for draft in dropped],
        }
    return current


def _refuse_none(places: Sequence[int]) -> None:
    if not places:
        raise Refusal(NOTHING_CHOSEN)


def _refuse_whyless(why: str) -> None:
    if not why.strip():
        raise Refusal(WHYLESS)
