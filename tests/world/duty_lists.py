"""A branch below its organ committee with everybody in post, and duty lists for them."""

from dataclasses import dataclass
from datetime import datetime

from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import assume
from luoshi.ground.people.models import Person, Post, PostKind
from luoshi.plan.duties.actions import accept, draft_list, publish
from luoshi.plan.duties.models import DutyList

from .ground import AT, TODAY, plant, post, somebody


@dataclass(frozen=True)
class Branch:
    """Who leads the committee, who leads the branch, who else is in it."""

    committee: Organization
    branch: Organization
    above: Person
    secretary: Person
    seat: Post
    member: Person
    member_seat: Post

    def drafted(self, seat: Post | None = None, year: int = TODAY.year, at: datetime = AT) -> DutyList:
        """Draft a list for the seat, the secretary's unless said."""
        return draft_list(seat or self.seat, year, by=self.above, at=at)

    def published(self, seat: Post | None = None, at: datetime = AT, why: str = "") -> DutyList:
        """Draft and publish one."""
        return publish(self.drafted(seat, at=at), by=self.above, at=at, why=why)

    def accepted(self, at: datetime = AT) -> DutyList:
        """Let the secretary accept one."""
        made = self.published(at=at)
        accept(made, by=self.secretary, at=at)
        return made


def seated(name: str, place: Organization, kind: PostKind) -> tuple[Person, Post]:
    """Let a new person hold a new post."""
    person, seat = somebody(name), post(place, kind)
    assume(seat, person=person, from_on=TODAY, by=None, at=AT)
    return person, seat


def branch() -> Branch:
    """Plant the two and fill their posts."""
    committee = plant("市数据局机关党委", kind=OrganizationKind.ORGAN_COMMITTEE)
    place = plant("政务服务党支部", committee, OrganizationKind.BRANCH)
    above, _seat = seated("甲书记", committee, PostKind.SECRETARY)
    secretary, seat = seated("乙书记", place, PostKind.SECRETARY)
    member, member_seat = seated("丙委员", place, PostKind.ORGANIZATION_MEMBER)
    return Branch(committee, place, above, secretary, seat, member, member_seat)
