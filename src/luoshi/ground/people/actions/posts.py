"""A post is created in an organization, and abolished when nobody holds it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization

from ..models import Holding, Post, PostKind
from ..queries import during
from ..refusals import ORGANIZATION_ENDED, POST_ENDED, POST_HELD, POST_UNTITLED


@transaction.atomic
def create_post(
    organization: Organization, *, title: str, kind: PostKind, by: int | None, at: datetime
) -> Post:
    """Create a post in the organization and return it.

    Raises ``Refusal`` without a title and for a dissolved organization.
    """
    # The row is locked because somebody may be dissolving the organization right now.
    place = Organization.objects.select_for_update().get(pk=organization.pk)
    if place.dissolved_on is not None:
        raise Refusal(ORGANIZATION_ENDED, organization=place.name, on=str(place.dissolved_on))
    if not title.strip():
        raise Refusal(POST_UNTITLED)
    post = Post.objects.create(organization=place, title=title.strip(), kind=kind)
    facts = {"organization": place.code, "title": post.title, "kind": kind}
    append(post.chain, "post.created", by=by, at=at, facts=facts)
    return post


@transaction.atomic
def abolish_post(post: Post, *, by: int | None, at: datetime) -> Post:
    """Abolish the post as of the day of ``at``, and return it.

    Raises ``Refusal`` while somebody holds it or will, and when it is abolished already.
    """
    current = fresh(post)
    refuse_ended(current)
    held = Holding.objects.filter(during(localdate(at), None), post=current).select_related("person").first()
    if held is not None:
        raise Refusal(POST_HELD, title=current.title, holder=held.person.name)
    current.abolished_on = localdate(at)
    current.save(update_fields=["abolished_on"])
    append(current.chain, "post.abolished", by=by, at=at, facts={"on": current.abolished_on})
    return current


def fresh(post: Post) -> Post:
    """Return the post as it stands now, locked until the transaction ends."""
    return Post.objects.select_for_update().get(pk=post.pk)


def refuse_ended(post: Post) -> None:
    """Raise ``Refusal`` when the post is abolished."""
    if post.abolished_on is not None:
        raise Refusal(POST_ENDED, title=post.title, on=str(post.abolished_on))
