"""Reads of requests and reports."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, Q, QuerySet

from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within

from ..models import Submission
from ..vocabulary import SubmissionKind

OPEN = Q(kind=SubmissionKind.REQUEST, answered_at=None, withdrawn_at=None)


def find_submission(number: int) -> Submission | None:
    """Return the submission of that id with both organizations, or nothing."""
    return _whole().filter(pk=number).first()


def reachable(paths: Collection[str]) -> QuerySet[Submission]:
    """Return what organizations within the subtrees submitted, or what was submitted to them, the newest first."""
    mine = within(paths, "organization__path") | within(paths, "to__path")
    return _whole().filter(mine).order_by("-registered_at", "-pk")


def awaiting(organizations: Collection[int]) -> QuerySet[Submission]:
    """Return the requests that these organizations owe an answer, the first due first."""
    return _whole().filter(OPEN, to__in=organizations).order_by(F("due_on").asc(nulls_last=True), "pk")


def overdue(submissions: QuerySet[Submission], on: date) -> QuerySet[Submission]:
    """Return the requests among them whose answer is overdue on that day."""
    return submissions.filter(OPEN, due_on__lt=on)


def unanswered(organization: Organization) -> list[Submission]:
    """Return the requests to or from the organization that have no answer, the oldest first."""
    mine = Q(organization=organization) | Q(to=organization)
    return list(Submission.objects.filter(OPEN, mine).order_by("pk"))


def told(submission: Submission) -> list[Entry]:
    """Return what happened to it, first to last."""
    return story(submission.chain)


def _whole() -> QuerySet[Submission]:
    return Submission.objects.select_related("organization", "to", "registered_by", "answered_by")
