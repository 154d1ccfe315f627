"""What one act of a review changes, kept as before and after, so that a later act can restore it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.tasks.standing import issuing_for
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .models import Clause, Deployment, Draft
from .refusals import CONFIRMED, DROPPED, MERGED, NO_DRAFT, NOT_DEPLOYER, STALE

# What an act may change in a draft, and so what is restored.
KEPT = (
    *("title", "standard", "deadline_on", "frequency", "evidence_named", "owners", "co_units"),
    *("task_id", "further", "dropped_why", "merged_into_id"),
)

State = dict[str, Any]


def state_of(draft: Draft) -> State:
    """Return what of the draft can be restored; days as ISO 8601."""
    state: State = {name: getattr(draft, name) for name in KEPT}
    state["deadline_on"] = draft.deadline_on.isoformat() if draft.deadline_on else None
    return state


def restore(draft: Draft, state: Mapping[str, Any]) -> None:
    """Bring a state into the draft, unsaved."""
    for name, value in state.items():
        day = name == "deadline_on" and value
        setattr(draft, name, date.fromisoformat(value) if day else value)


@dataclass
class Change:
    """An act while it happens 修改: the locked deployment, who acts for whom, and what has been touched."""

    deployment: Deployment
    by: Person
    at: datetime
    for_whom: int | None
    facts: dict[str, Any] = field(default_factory=dict)
    drafts: dict[int, tuple[Draft, State]] = field(default_factory=dict)
    clauses: dict[int, tuple[Clause, str]] = field(default_factory=dict)

    @property
    def on(self) -> date:
        """The day on which it happens."""
        return localdate(self.at)

    def touch(self, draft: Draft) -> Draft:
        """Note the draft as it was before; return it."""
        self.drafts[draft.place] = (draft, state_of(draft))
        return draft

    def draft(self, place: int, seen: int | None = None) -> Draft:
        """Return the draft at that place to be changed.

        Raises ``Refusal`` when there is none, when it is decided already, and when it has changed since ``seen``.
        """
        found = self.deployment.drafts.select_related("clause").filter(place=place).first()
        if found is None:
            raise Refusal(NO_DRAFT, place=str(place), count=str(self.deployment.drafts.count()))
        refuse_decided(found)
        if seen is not None and found.version != seen:
            raise Refusal(STALE, place=str(place))
        return self.touch(found)

    def clause(self, clause: Clause) -> Clause:
        """Note the clause as it was before; return it."""
        self.clauses[clause.place] = (clause, clause.exempt_why)
        return clause

    def save(self) -> dict[str, Any]:
        """Store what differs, and return it for the ledger; empty when nothing does."""
        changed = [(draft, was) for draft, was in self.drafts.values() if state_of(draft) != was]
        for draft, _was in changed:
            draft.version += 1
        fields = [name.removesuffix("_id") for name in KEPT] + ["version"]
        Draft.objects.bulk_update([draft for draft, _was in changed], fields, batch_size=50)
        said = [(clause, reason) for clause, reason in self.clauses.values() if clause.exempt_why != reason]
        for clause, _reason in said:
            clause.save(update_fields=["exempt_why"])
        found: dict[str, Any] = {
            "drafts": {str(draft.place): _differences(was, state_of(draft)) for draft, was in changed},
            "clauses": {str(clause.place): [reason, clause.exempt_why] for clause, reason in said},
        }
        return {name: pairs for name, pairs in found.items() if pairs}


def _differences(was: State, now: State) -> dict[str, list[Any]]:
    return {name: [was[name], now[name]] for name in KEPT if was[name] != now[name]}


@contextmanager
def changing(deployment: Deployment, verb: str, *, by: Person, at: datetime) -> Iterator[Change]:
    """Open a change of the deployment; at its end store it with one entry, or nothing where nothing differs.

    Acts on one deployment take turns. Raises ``Refusal`` for somebody who cannot act for its organization.
    """
    with transaction.atomic():
        locked = Deployment.objects.select_for_update(of=("self",)).select_related("organization")
        current = locked.get(pk=deployment.pk)
        change = Change(current, by, at, refuse_outsider(current.organization, by, at))
        yield change
        changed = change.save()
        if changed:
            facts = {**change.facts, "change": changed}
            append(current.chain, verb, by=by.pk, at=at, for_whom=change.for_whom, facts=facts)


def refuse_decided(draft: Draft) -> None:
    """Raise ``Refusal`` for a draft that is a task, dropped, or part of another."""
    place = str(draft.place)
    if draft.task_id:
        raise Refusal(CONFIRMED, place=place, task=str(draft.task_id))
    if draft.dropped_why:
        raise Refusal(DROPPED, place=place, why=draft.dropped_why)
    if draft.merged_into is not None:
        raise Refusal(MERGED, place=place, into=str(draft.merged_into.place))


def refuse_outsider(organization: Organization, by: Person, at: datetime) -> int | None:
    """Return for whom the person acts, if as a stand-in. Raises ``Refusal`` when nothing lets him."""
    allowed, for_whom = issuing_for(organization, by, localdate(at))
    if not allowed:
        raise Refusal(NOT_DEPLOYER, name=by.name, organization=organization.name)
    return for_whom
