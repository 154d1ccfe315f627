"""A committee that gives a task and an office that does it, for tests that walk the loop."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from luoshi.act.tasks.actions import accept, close, dispatch, draft, report
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proof import Proof
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.lifecycle import Situation
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import assume
from luoshi.ground.people.models import Person, PostKind

from .ground import AT, TODAY, plant, post, somebody

DUE = date(2026, 3, 30)
PROOF = Proof("印发文件", "海政办发〔2026〕15号")


def after_days(days: int) -> datetime:
    """Return the moment that many days after the first day of the story."""
    return AT + timedelta(days=days)


def holder(name: str, organization: Organization, kind: PostKind, suffix: str = "") -> Person:
    """Let a new person hold a new post of that kind; the suffix sets the account apart."""
    person = somebody(name, suffix=suffix)
    assume(post(organization, kind), person=person, from_on=TODAY, by=None, at=AT)
    return person


@dataclass(frozen=True)
class Cast:
    """Who gives tasks, who does them, and a stranger from elsewhere."""

    committee: Organization
    office: Organization
    issuer: Person
    verifier: Person
    owner: Person
    supervisor: Person
    stranger: Person

    def drafted(self, title: str = "印发办法") -> Task:
        """Draft a task of the committee that lacks nothing."""
        terms = Situation(standard="办法印发并报备", deadline_on=DUE, evidence_named=frozenset({PROOF.kind}))
        proposal = Proposal(title, title, Origin.DOCKET, self.committee, owner=self.office, terms=terms)
        return draft(proposal, by=self.issuer, at=AT)

    def dispatched(self) -> Task:
        """Draft and dispatch one."""
        return dispatch(self.drafted(), by=self.issuer, at=AT)

    def accepted(self) -> Task:
        """Bring one into the owner's hands."""
        return accept(self.dispatched(), by=self.owner, at=AT)

    def reported(self) -> Task:
        """Bring one before its verifier."""
        return report(self.accepted(), by=self.owner, at=AT, note="已经印发", proofs=[PROOF])

    def closed(self) -> Task:
        """Bring one to its close."""
        return close(self.reported(), by=self.verifier, at=AT, note="核对了文件和报备回执")


def cast(suffix: str = "") -> Cast:
    """Plant the two organizations, below one root with the stranger's, and fill their posts.

    A suffix of its own lets several casts stand in one database.
    """
    root = plant(f"海州市机关工委{suffix}", kind=OrganizationKind.WORK_COMMITTEE)
    committee = plant(f"市数据局{suffix}", root, OrganizationKind.UNIT)
    office = plant(f"市数据局政务处{suffix}", committee, OrganizationKind.OFFICE)
    other = plant(f"市民政局{suffix}", root, OrganizationKind.UNIT)
    return Cast(
        committee=committee,
        office=office,
        issuer=holder("甲书记", committee, PostKind.SECRETARY, suffix),
        verifier=holder("乙委员", committee, PostKind.DISCIPLINE_MEMBER, suffix),
        owner=holder("丙处长", office, PostKind.OFFICE_HEAD, suffix),
        supervisor=holder("丁专员", root, PostKind.SUPERVISOR, suffix),
        stranger=holder("戊书记", other, PostKind.SECRETARY, suffix),
    )
