"""Who can own a task, and how the loop's name of an owner is stored."""

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Post
from luoshi.ground.people.refusals import POST_ENDED

from ..models import Task
from ..refusals import ELSEWHERE, OWNER_ENDED


def refuse_unfit(owner: Organization | None, post: Post | None) -> None:
    """Raise ``Refusal`` for a dissolved organization, an abolished post, and a post of somebody else.

    Both are read anew and stay as they are until the transaction ends, so that neither ends meanwhile.
    """
    if owner is not None:
        owner = Organization.objects.select_for_update(no_key=True).get(pk=owner.pk)
        if owner.dissolved_on is not None:
            raise Refusal(OWNER_ENDED, name=owner.name, on=str(owner.dissolved_on))
    if post is None:
        return
    post = Post.objects.select_for_update(no_key=True).get(pk=post.pk)
    if post.abolished_on is not None:
        raise Refusal(POST_ENDED, title=post.title, on=str(post.abolished_on))
    if owner is None or post.organization_id != owner.pk:
        raise Refusal(ELSEWHERE, title=post.title, owner=owner.name if owner else "")


def name_of(owner: Organization | None, post: Post | None) -> str | None:
    """Return the loop's name of an owner, or nothing."""
    refuse_unfit(owner, post)
    if post is not None:
        return post.chain
    return owner.chain if owner is not None else None


def set_owner(task: Task, name: str | None) -> tuple[str, str]:
    """Store the owner of that name in the task; return the fields that changed."""
    kind, _colon, number = (name or "").partition(":")
    if kind == "post":
        task.owner_post = Post.objects.get(pk=number)
        task.owner_id = task.owner_post.organization_id
    else:
        task.owner_post = None
        task.owner_id = int(number) if number else None
    return "owner", "owner_post"
