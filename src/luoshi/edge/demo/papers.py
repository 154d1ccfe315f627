"""What leaders of the city took up in person, what a hearing heard and decided, what was requested and reported."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.queries import everything
from luoshi.core.lifecycle import Situation
from luoshi.plan.duties import actions
from luoshi.plan.duties.actions.submissions import Said
from luoshi.plan.duties.vocabulary import Concern, Ruling, SubmissionKind

from .content import Page
from .days import Days
from .diary import Diary
from .duties import duties, post_of
from .parts import Company
from .tales import place

if TYPE_CHECKING:
    from luoshi.ground.organizations.models import Organization
    from luoshi.plan.duties.models import Hearing, Submission


def tell_papers(diary: Diary, company: Company) -> None:
    """Write down everything that happened to them."""
    page = duties()
    for each in page["deployed"]:
        diary.story().then(each["on"], partial(_deploy, each, diary.days, company))
    for each in page["taken"]:
        diary.story().then(each["on"], partial(_take, each, company))
    for each in page["hearings"]:
        _Heard(each, diary.days, company).write_into(diary)
    for each in page["submissions"]:
        _Submitted(each, company).write_into(diary)


def _proposal(said: Page, origin: Origin, issuer: Organization, days: Days) -> Proposal:
    terms = Situation(standard=said["standard"], deadline_on=days.day(said["due"]))
    return Proposal(said["title"], said["title"], origin, issuer, owner=place(said["owner"]), terms=terms)


def _deploy(said: Page, days: Days, company: Company, at: datetime) -> None:
    post = post_of(said["seat"])
    proposal = _proposal(said, Origin.DOCKET, post.organization, days)
    actions.deploy_in_person(post, proposal, by=company.holder(said["seat"]), at=at, note=said["note"])


def _take(said: Page, company: Company, at: datetime) -> None:
    [task] = everything().filter(title=said["title"]).select_related("owner", "issuer")
    by, concern = company.holder(said["seat"]), Concern(said["concern"])
    actions.take_up(task, post=post_of(said["seat"]), concern=concern, by=by, at=at, note=said["note"])


class _Heard:
    """One hearing, from being convened to what it decided."""

    def __init__(self, said: Page, days: Days, company: Company) -> None:
        self._said, self._days = said, days
        self._by = company.holder(said["by"])
        self._place = place(said["organization"])
        self._held_on = days.day(said["held"])
        self._hearing: Hearing | None = None

    def write_into(self, diary: Diary) -> None:
        thread = diary.story()
        thread.then(self._said["on"], self._convene)
        thread.then(self._said["told"], self._hold)
        for decision in self._said["decided"]:
            thread.then(self._said["told"], partial(self._decide, decision))

    def _convene(self, at: datetime) -> None:
        self._hearing = actions.convene(self._place, self._held_on, by=self._by, at=at)

    def _hold(self, at: datetime) -> None:
        words = {"present": self._said["present"], "minutes": self._said["minutes"]}
        actions.hold(self._made(), held_on=self._held_on, by=self._by, at=at, **words)

    def _decide(self, decision: Page, at: datetime) -> None:
        proposal = _proposal(decision, Origin.RESOLUTION, self._place, self._days)
        actions.decide(self._made(), proposal, by=self._by, at=at)

    def _made(self) -> Hearing:
        if self._hearing is None:
            raise LookupError(f"{self._place} has convened nothing yet")
        return self._hearing


class _Submitted:
    """One request or report, and its answer."""

    def __init__(self, said: Page, company: Company) -> None:
        self._said, self._company = said, company
        self._submission: Submission | None = None

    def write_into(self, diary: Diary) -> None:
        thread = diary.story()
        thread.then(self._said["on"], self._register)
        if "answered" in self._said:
            thread.then(self._said["answered"]["on"], self._answer)

    def _register(self, at: datetime) -> None:
        said, seat = self._said, self._said["seat"]
        words = Said(SubmissionKind(said["kind"]), said["title"], said["text"], said.get("workdays"))
        here, to, by = post_of(seat).organization, place(said["to"]), self._company.holder(seat)
        self._submission = actions.register(words, organization=here, to=to, by=by, at=at)

    def _answer(self, at: datetime) -> None:
        if self._submission is None:
            raise LookupError(f"{self._said['title']} is not registered yet")
        reply = self._said["answered"]
        ruling, by = Ruling(reply["ruling"]), self._company.holder(reply["by"])
        actions.answer(self._submission, ruling=ruling, words=reply["words"], by=by, at=at)
