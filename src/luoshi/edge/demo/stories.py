"""What the files of stories tell is written into the diary: documents deployed, tasks drafted and moved."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from luoshi.act.tasks import actions
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.ground.people.actions import give_grant
from luoshi.plan.deployments import actions as deployments
from luoshi.plan.deployments.queries import clause_at, draft_at

from .content import Page, story_files, text
from .diary import Diary
from .parts import Company
from .tales import Tale, place

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task
    from luoshi.plan.deployments.models import Deployment


def tell(diary: Diary, company: Company) -> None:
    """Write down everything that happened to documents and tasks."""
    for page in story_files():
        for grant in page.get("grants", ()):
            diary.story().then(grant["on"], partial(_give, grant, diary, company))
        deployed = Deployed(page, company) if "document" in page else None
        if deployed:
            deployed.write_into(diary)
        for story in page["story"]:
            _begin(story, deployed, diary, company)


def _give(grant: Page, diary: Diary, company: Company, at: datetime) -> None:
    grantor, stand_in = company.holder(grant["grantor"]), company.holder(grant["stand_in"])
    first, last = diary.days.day(grant["from"]), diary.days.day(grant["until"])
    give_grant(grantor, stand_in=stand_in, from_on=first, until_on=last, by=grantor.pk, at=at)


def _begin(story: Page, deployed: Deployed | None, diary: Diary, company: Company) -> None:
    tale, thread = Tale(story, company, diary.days), diary.story()

    def drafted(at: datetime) -> None:
        tale.task = deployed.confirm(story, at) if deployed else _propose(story, company, at)

    thread.then(story["on"], drafted)
    tale.write_into(thread)
    for part in tale.parts:
        part.write_into(diary.story())


def _propose(story: Page, company: Company, at: datetime) -> Task:
    issuer = place(story["issuer"])
    by = company.holder(story["by"]) if "by" in story else company.handler(issuer)
    origin = Origin(story["origin"])
    proposal = Proposal(story["title"], story["title"], origin, issuer, owner=place(story["owner"]))
    return actions.draft(proposal, by=by, at=at)


class Deployed:
    """One document of the city 已部署文件, and what its office decides about its clauses and drafts."""

    def __init__(self, page: Page, company: Company) -> None:
        """Take what the file of its stories says of it, and who plays."""
        self._page = page
        self._issuer = place(page["issuer"])
        self._by = company.handler(self._issuer)
        self._deployment: Deployment | None = None

    def write_into(self, diary: Diary) -> None:
        """Write down that it is deployed, and what in it needs no task."""
        thread = diary.story()
        thread.then(self._page["on"], self._deploy)
        for decided in self._page["dropped"]:
            thread.then(decided["on"], partial(self._drop, decided))
        for decided in self._page["dismissed"]:
            thread.then(decided["on"], partial(self._dismiss, decided))

    def confirm(self, story: Page, at: datetime) -> Task:
        """Make the draft that a story begins with a task, and return it."""
        draft = draft_at(self._stored(), story["draft"])
        owner = place(story["owner"]) if "owner" in story else None
        return deployments.confirm(draft, by=self._by, at=at, owner=owner)

    def _deploy(self, at: datetime) -> None:
        name = self._page["document"]
        self._deployment = deployments.deploy(text(name), name, organization=self._issuer, by=self._by, at=at)

    def _drop(self, decided: Page, at: datetime) -> None:
        deployments.drop(draft_at(self._stored(), decided["draft"]), why=decided["why"], by=self._by, at=at)

    def _dismiss(self, decided: Page, at: datetime) -> None:
        clause = clause_at(self._stored(), decided["clause"])
        deployments.dismiss(clause, why=decided["why"], by=self._by, at=at)

    def _stored(self) -> Deployment:
        if self._deployment is None:
            raise LookupError(f"{self._page['document']} is not deployed yet")
        return self._deployment
