"""A request or a report is registered, answered, withdrawn."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.timezone import localdate

from luoshi.act.tasks.site import workdays
from luoshi.core.refusals import N_, Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..lengths import SUBJECT_LENGTH, SUBMISSION_LENGTH
from ..models import Submission
from ..refusals import (
    ANSWERED,
    ANSWERLESS,
    NO_DUE,
    NOT_ABOVE,
    NOT_ANSWERING,
    NOT_SUBMITTING,
    NOTHING_SAID,
    REQUEST_IN_REPORT,
    SUBMITTED,
    WITHDRAW_WHYLESS,
    WITHDRAWN,
)
from ..schedule import after_workdays
from ..standing import acting_for
from ..vocabulary import Ruling, SubmissionKind

MOST_WORKDAYS = 60
TITLE, TEXT = N_("标题"), N_("正文")
# How a request ends. A report may not hold one: 党政机关公文处理工作条例 15 (4).
_ASKING = re.compile("妥否|当否|请予?批[示复准]")


@dataclass(frozen=True, slots=True)
class Said:
    """What is submitted 请示报告内容. A request says within how many ``workdays`` it hopes for an answer."""

    kind: SubmissionKind
    title: str
    text: str
    workdays: int | None = None

    def refuse_unsound(self) -> None:
        """Raise ``Refusal`` for what is missing, too long, or a request within a report."""
        for name, text, limit in ((TITLE, self.title, SUBJECT_LENGTH), (TEXT, self.text, SUBMISSION_LENGTH)):
            if not text.strip():
                raise Refusal(NOTHING_SAID, field=name)
            refuse_overlong(text.strip(), limit)
        if self.kind == SubmissionKind.REPORT:
            found = _ASKING.search(self.text)
            if found:
                raise Refusal(REQUEST_IN_REPORT, words=found[0])
        elif self.workdays is None or not 1 <= self.workdays <= MOST_WORKDAYS:
            raise Refusal(NO_DUE, most=str(MOST_WORKDAYS))


@transaction.atomic
def register(
    said: Said, *, organization: Organization, to: Organization, by: Person, at: datetime
) -> Submission:
    """Register what the organization submits to one above it, and return it; a request is due in working days.

    Raises ``Refusal`` for somebody who cannot act for the organization, for one that is not above it, and for what
    does not do.
    """
    # Numbers are given one after the other.
    place = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    on = localdate(at)
    for_whom = acting_for(by, place, on, NOT_SUBMITTING)
    said.refuse_unsound()
    if to.dissolved_on is not None or to.pk == place.pk or not place.path.startswith(to.path):
        raise Refusal(NOT_ABOVE, to=to.name, organization=place.name)
    same = Submission.objects.filter(organization=place, kind=said.kind, year=on.year)
    _refuse_again(same, said, at)
    is_due = said.kind == SubmissionKind.REQUEST and said.workdays is not None
    made = Submission.objects.create(
        organization=place,
        to=to,
        kind=said.kind,
        year=on.year,
        number=(same.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=said.title.strip(),
        text=said.text.strip(),
        registered_by=by,
        registered_at=at,
        due_on=after_workdays(on, said.workdays or 0, workdays()) if is_due else None,
    )
    facts = {
        "kind": made.kind,
        "number": made.number,
        "title": made.title,
        "organization": place.code,
        "to": to.code,
        "due_on": made.due_on,
    }
    append(made.chain, "submission.registered", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return made


def _refuse_again(same: QuerySet[Submission], said: Said, at: datetime) -> None:
    known = (
        same.filter(title=said.title.strip(), text=said.text.strip(), withdrawn_at=None)
        .order_by("-pk")
        .first()
    )
    if known is not None and localdate(known.registered_at) == localdate(at):
        raise Refusal(SUBMITTED, kind=_NAMES[SubmissionKind(known.kind)], number=str(known.number))


@transaction.atomic
def answer(submission: Submission, *, ruling: Ruling, words: str, by: Person, at: datetime) -> Submission:
    """Answer it in the name of whom it was submitted to, and return it.

    Raises ``Refusal`` for somebody who cannot act there, for what has been answered or withdrawn, and for a refusal
    or an instruction without words.
    """
    current = _open(submission)
    for_whom = acting_for(by, current.to, localdate(at), NOT_ANSWERING)
    words = words.strip()
    if ruling in (Ruling.DECLINED, Ruling.INSTRUCTED) and not words:
        raise Refusal(ANSWERLESS)
    refuse_overlong(words, SUBMISSION_LENGTH)
    current.ruling, current.answer, current.answered_by, current.answered_at = ruling, words, by, at
    current.save(update_fields=["ruling", "answer", "answered_by", "answered_at"])
    facts = {"ruling": Ruling(ruling).value, "answer": words, "due_on": current.due_on}
    append(current.chain, "submission.answered", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


@transaction.atomic
def withdraw(submission: Submission, *, by: Person, at: datetime, why: str) -> Submission:
    """Take back what has no answer yet, and return it. Raises ``Refusal`` without a reason, and as ``register``."""
    current = _open(submission)
    for_whom = acting_for(by, current.organization, localdate(at), NOT_SUBMITTING)
    why = why.strip()
    if not why:
        raise Refusal(WITHDRAW_WHYLESS)
    refuse_overlong(why, SUBMISSION_LENGTH)
    current.withdrawn_at, current.withdrawn_why = at, why
    current.save(update_fields=["withdrawn_at", "withdrawn_why"])
    append(current.chain, "submission.withdrawn", by=by.pk, at=at, for_whom=for_whom, facts={"why": why})
    return current


def _open(submission: Submission) -> Submission:
    found = Submission.objects.select_for_update(of=("self",)).select_related("organization", "to")
    current = found.get(pk=submission.pk)
    kind = SubmissionKind(current.kind)
    if current.withdrawn_at is not None:
        raise Refusal(WITHDRAWN, kind=_NAMES[kind], on=localdate(current.withdrawn_at).isoformat())
    if current.answered_at is not None:
        raise Refusal(ANSWERED, kind=_NAMES[kind], on=localdate(current.answered_at).isoformat())
    return current


_NAMES = {SubmissionKind.REQUEST: N_("请示"), SubmissionKind.REPORT: N_("报告")}
