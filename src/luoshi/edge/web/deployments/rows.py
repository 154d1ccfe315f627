"""The right column: each clause with its drafts, one line a draft until it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from luoshi.core.lifecycle import State
from luoshi.core.reading import evidence_for, standards_for
from luoshi.plan.deployments.review import Review, lacking

from .days import Day, Month, left, month_of, usual
from .forms import TermsForm, shown_terms
from .words import LACKS, due_words, shortly

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
    from luoshi.plan.deployments.models import Clause, Draft

CLOSED = "none"


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that is opened for editing: its form, and what may be chosen instead of typed."""

    form: TermsForm
    focus: str
    days: tuple[Day, ...]
    month: Month
    standards: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One draft as a line: what, who, by when, what it lacks, what became of it."""

    draft: Draft
    owners: str
    co_units: str
    due: str
    left: str
    lacks: tuple[str, ...]
    tasks: tuple[Task, ...]
    opened: Opened | None = None
    refusal: str = ""

    @property
    def waits(self) -> bool:
        """Whether its tasks are confirmed and not yet dispatched."""
        return any(task.state == State.DRAFT for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Group:
    """A clause with its rows; without a clause, words outside of all."""

    clause: Clause | None
    mark: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for or typed, and where: which draft is open, which field, which month, what is refused.

    ``typed`` are terms of the draft, ``said`` everything else that was in the form.
    """

    place: int = 0
    focus: str = ""
    month: str = ""
    typed: Mapping[str, Any] | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""


def row(review: Review, draft: Draft, today: date, asked: Asked) -> Row:
    """Return the line of a draft, opened where it is the one asked for."""
    mine = asked.place == draft.place
    opens = mine and asked.focus != CLOSED and (draft.is_open or asked.typed is not None)
    whom = review.organizations
    due = draft.deadline_on
    return Row(
        draft=draft,
        owners=shortly([whom[each] for each in draft.owners]),
        co_units=shortly([whom[each] for each in draft.co_units]),
        due=due_words(due, today) or draft.deadline,
        left=left(due, today) if due else "",
        lacks=tuple(LACKS[each] for each in lacking(draft, today)) if draft.is_open else (),
        tasks=tuple(review.tasks[each] for each in draft.task_ids),
        opened=_opened(review, draft, today, asked) if opens else None,
        refusal=asked.refusal if mine else "",
    )


def groups(review: Review, marks: Mapping[str, str], today: date, asked: Asked) -> tuple[Group, ...]:
    """Return all clauses that count, with the lines of their drafts."""
    return tuple(
        Group(
            clause,
            marks.get(str(clause.place), "") if clause else "",
            tuple(row(review, draft, today, asked) for draft in drafts),
        )
        for clause, drafts in review.groups
    )


def _opened(review: Review, draft: Draft, today: date, asked: Asked) -> Opened:
    shown = shown_terms(draft, review.organizations)
    form = TermsForm(asked.typed, review.deployment.organization, shown, draft.place)
    return Opened(
        form=form,
        focus=asked.focus or "title",
        days=usual(today, draft.deadline_on),
        month=month_of(asked.month, today, draft.deadline_on),
        standards=standards_for(draft.text, draft.quantities),
        evidence=evidence_for(draft.text),
    )
