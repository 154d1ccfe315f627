"""Everything that a review looks at, in a constant number of queries however long the document is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from luoshi.act.tasks.queries import by_ids
from luoshi.act.tasks.site import workdays
from luoshi.core.lifecycle import State, Workdays
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .models import Clause, Deployment, Draft
from .parties import Parties, parties
from .queries import Coverage, clauses, covering, last_undoable, merged

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

# What a draft may lack before it can be dispatched; the loop's guards say the same when it is confirmed.
OWNER, STANDARD, TERM, PAST, REST_DAY = "owner", "standard", "term", "past", "rest_day"


@dataclass(frozen=True, slots=True)
class Review:
    """A deployment under review 审阅: clauses, standing drafts, and whoever and whatever they name.

    ``spans`` are all drafts, each with the one it went into; ``tasks`` are by id; ``asked`` are the written
    names of open drafts that mean nobody yet; ``undoable`` is what this person could take back.
    """

    deployment: Deployment
    clauses: tuple[Clause, ...]
    drafts: tuple[Draft, ...]
    spans: tuple[tuple[Draft, Draft], ...]
    coverage: Coverage
    organizations: Mapping[int, Organization]
    tasks: Mapping[int, Task]
    parties: Parties
    undoable: Entry | None

    @property
    def asked(self) -> tuple[str, ...]:
        """The written names without a meaning that still matter, in the order of the text."""
        return tuple(
            dict.fromkeys(
                name
                for draft in self.drafts
                if draft.is_open
                for name in draft.units
                if name not in self.parties.known and not _answered(draft, name)
            )
        )

    @property
    def waiting(self) -> tuple[Task, ...]:
        """The confirmed tasks that nobody has dispatched yet."""
        return tuple(task for task in self.tasks.values() if task.state == State.DRAFT)

    @property
    def groups(self) -> tuple[tuple[Clause | None, tuple[Draft, ...]], ...]:
        """Each clause that counts or has drafts, with its standing drafts; words outside of clauses first."""
        counted = {
            clause.pk for clause in (*self.coverage.open, *self.coverage.exempt, *self.coverage.covered)
        }
        by_clause = {
            key: tuple(found) for key, found in groupby(sorted(self.drafts, key=_order), key=_clause_of)
        }
        outside = [(None, by_clause[None])] if None in by_clause else []
        return (
            *outside,
            *(
                (clause, by_clause.get(clause.pk, ()))
                for clause in self.clauses
                if clause.pk in counted or clause.pk in by_clause
            ),
        )


def review(deployment: Deployment, person: Person) -> Review:
    """Gather the review of a deployment for this person."""
    outline = clauses(deployment)
    found = list(deployment.drafts.select_related("clause").order_by("start", "place"))
    everything = {draft.pk: draft for draft in found}
    standing = [draft for draft in found if draft.merged_into_id is None]
    named = {each for draft in standing for each in (*draft.owners, *draft.co_units)}
    tasks = {each for draft in standing for each in draft.task_ids}
    meaning = parties(deployment.organization, {name for draft in standing for name in draft.units})
    return Review(
        deployment=deployment,
        clauses=tuple(outline),
        drafts=tuple(standing),
        spans=tuple((draft, merged(draft, everything)) for draft in found),
        coverage=covering(outline, found),
        organizations=Organization.objects.in_bulk(sorted(named)),
        tasks=by_ids(tasks),
        parties=meaning,
        undoable=last_undoable(deployment, person),
    )


def lacking(draft: Draft, on: date, calendar: Workdays | None = None) -> tuple[str, ...]:
    """Return what stands against dispatching the draft on that day, as the names above."""
    days, due = calendar or workdays(), draft.deadline_on
    found = {
        OWNER: not draft.owners,
        STANDARD: not draft.standard,
        TERM: not (due or draft.frequency),
        PAST: due is not None and due < on,
        REST_DAY: due is not None and due >= on and not days.is_workday(due),
    }
    return tuple(name for name, missing in found.items() if missing)


def _answered(draft: Draft, name: str) -> bool:
    """Tell whether somebody chose units by hand where this name was written."""
    leads = not draft.leads or name in draft.leads
    return bool(draft.owners if leads else draft.co_units)


def _clause_of(draft: Draft) -> int | None:
    return draft.clause_id


def _order(draft: Draft) -> tuple[int, int, int]:
    return (draft.clause_id or 0, draft.start, draft.place)
