"""The left column: the document as the reading page shows it, with a mark for what became of each clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luoshi.core import reading as core
from luoshi.core.refusals import N_
from luoshi.edge.web.reading.drafts import Draft as Shown
from luoshi.edge.web.reading.original import Block, original
from luoshi.plan.deployments.queries import Coverage
from luoshi.plan.deployments.review import Review

if TYPE_CHECKING:
    from luoshi.plan.deployments.models import Clause

DRAFTED, NEEDS_NONE, OPEN = "●", "○", "▢"
MARKS = {DRAFTED: N_("已成任务"), NEEDS_NONE: N_("无需任务"), OPEN: N_("待定")}


def document(review: Review) -> list[Block]:
    """Return the document in blocks, in which each clause and each draft has its place."""
    found = core.Reading(
        title=review.deployment.title,
        kind="other",
        issuer=None,
        document_number=None,
        issued_on=None,
        outline=tuple(_outlined(clause) for clause in review.clauses),
        tasks=(),
        conventions=(),
        warnings=(),
    )
    text = review.deployment.text
    spans = [
        Shown(into.place, core.Task(draft.text, (draft.start, draft.end), None, "commitment", "core"), "", "")
        for draft, into in review.spans
    ]
    return original(text, found, spans)


def clause_marks(coverage: Coverage) -> dict[str, str]:
    """Return the mark of each clause that counts, by the id that it has on the page."""
    parts = ((coverage.covered, DRAFTED), (coverage.exempt, NEEDS_NONE), (coverage.open, OPEN))
    return {str(clause.place): mark for clauses, mark in parts for clause in clauses}


def _outlined(clause: Clause) -> core.Clause:
    return core.Clause(
        str(clause.place), None, clause.level, clause.number, clause.title, (clause.start, clause.end)
    )
