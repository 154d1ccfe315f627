"""What this room keeps for an organization, and what becomes of it when the organization ends."""

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.tenants import Merger

from .models import Person, Post
from .refusals import HEIR_IS_NO_BRANCH, PEOPLE_REMAIN, POSTS_REMAIN


class PeopleTenant:
    """Posts and people of an organization."""

    def unsettled(self, organization: Organization) -> Refusal | None:
        """Return a refusal while posts stand in the organization or people are at home in it."""
        posts = Post.objects.filter(organization=organization, abolished_on=None)
        first_post = posts.order_by("pk").first()
        if first_post is not None:
            title, count = first_post.title, posts.count()
            return Refusal(POSTS_REMAIN, name=organization.name, count=str(count), first=title)
        people = Person.objects.filter(home=organization)
        first = people.order_by("pk").first()
        if first is not None:
            return Refusal(PEOPLE_REMAIN, name=organization.name, count=str(people.count()), first=first.name)
        return None

    def follow(self, merger: Merger) -> dict[str, int]:
        """Hand over standing posts with their holders, and people; return how many of each.

        Raises ``Refusal`` when people would be at home in something that is no branch.
        """
        organization, into = merger.organization, merger.into
        posts = Post.objects.filter(organization=organization, abolished_on=None)
        people = Person.objects.filter(home=organization)
        if into.kind != OrganizationKind.BRANCH and people.exists():
            raise Refusal(
                HEIR_IS_NO_BRANCH, name=organization.name, count=str(people.count()), into=into.name
            )
        return {"posts": posts.update(organization=into), "people": people.update(home=into)}
