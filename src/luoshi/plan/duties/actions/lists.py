"""A duty list is drafted from a template or from what is in force, published, and accepted by whoever holds the post."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person, Post
from luoshi.ground.people.queries import holders_of

from ..lengths import WORDS
from ..models import Acceptance, DutyItem, DutyList
from ..queries.lists import in_force
from ..refusals import (
    ACCEPTED,
    DRAFT_WAITS,
    NO_WHY,
    NOT_HOLDER,
    NOT_PUBLISHED,
    NOTHING_LISTED,
    POST_GONE,
    PUBLISHED,
    REPLACED,
    WRONG_YEAR,
)
from ..site import template_for
from ..standing import refuse_not_keeping, refuse_not_publishing
from ..templates import DutyTemplate
from ..vocabulary import Adaptation

COPIED = (
    *("place", "key", "title", "what", "how", "area", "frequency", "month", "modality", "overseer"),
    *("basis", "answers", "adaptation", "why", "dropped"),
)


@transaction.atomic
def draft_list(post: Post, year: int, *, by: Person, at: datetime) -> DutyList:
    """Draft the next version of the post's list for that year, and return it.

    It begins with what is in force, else with the template for such a post, else with nothing. Raises ``Refusal``
    for whoever does not keep the place, an abolished post, a year too far off, and while another draft waits.
    """
    post = (
        Post.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organization")
        .get(pk=post.pk)
    )
    on = localdate(at)
    refuse_not_keeping(by, post.organization, on)
    if post.abolished_on is not None:
        raise Refusal(POST_GONE, title=post.title, on=str(post.abolished_on))
    if not on.year - 1 <= year <= on.year + 1:
        raise Refusal(WRONG_YEAR, year=str(year), first=str(on.year - 1), last=str(on.year + 1))
    versions = DutyList.objects.filter(post=post, year=year)
    if versions.filter(published_at=None).exists():
        raise Refusal(DRAFT_WAITS, title=post.title, year=str(year))
    before = in_force(post, year)
    template = None if before else template_for(post)
    made = DutyList.objects.create(
        post=post,
        year=year,
        version=(versions.aggregate(last=Max("version"))["last"] or 0) + 1,
        template=before.template if before else template.name if template else "",
        drafted_at=at,
    )
    items = _again(made, before) if before else _from(made, template)
    DutyItem.objects.bulk_create(items)
    facts = {
        "post": post.pk,
        "year": year,
        "version": made.version,
        "template": made.template,
        "items": len(items),
    }
    append(made.chain, "duty_list.drafted", by=by.pk, at=at, facts=facts)
    return made


def _again(made: DutyList, before: DutyList) -> list[DutyItem]:
    return [
        DutyItem(duty_list=made, **{name: getattr(each, name) for name in COPIED})
        for each in before.items.order_by("place")
    ]


def _from(made: DutyList, template: DutyTemplate | None) -> list[DutyItem]:
    return [
        DutyItem(
            duty_list=made,
            place=place,
            key=each.key,
            title=each.title,
            what=each.what,
            how=each.how,
            area=each.area,
            frequency=each.frequency,
            month=each.month,
            modality=each.modality,
            overseer=each.overseer,
            basis=[basis.record() for basis in each.basis],
            answers=list(each.answers),
            adaptation=Adaptation.KEPT,
        )
        for place, each in enumerate(template.items if template else (), 1)
    ]


@transaction.atomic
def publish(duty_list: DutyList, *, by: Person, at: datetime, why: str = "") -> DutyList:
    """Put the draft into force in place of the version before it, for which ``why`` says what it corrects; return it.

    Raises ``Refusal`` for whoever leads neither the place nor one above it, and for a list that holds nothing.
    """
    current = locked(duty_list)
    post = current.post
    refuse_not_publishing(by, post.organization, localdate(at))
    if current.published_at is not None:
        raise Refusal(PUBLISHED)
    items = list(current.items.filter(dropped=False).order_by("place"))
    if not items:
        raise Refusal(NOTHING_LISTED)
    why = why.strip()
    refuse_overlong(why, WORDS)
    if current.version > 1 and not why:
        raise Refusal(NO_WHY)
    DutyList.objects.filter(post=post, year=current.year, in_force=True).update(in_force=False)
    current.published_at, current.published_by, current.why, current.in_force = at, by, why, True
    current.save(update_fields=["published_at", "published_by", "why", "in_force"])
    facts: dict[str, Any] = {"post": post.pk, "year": current.year, "version": current.version, "why": why}
    facts["items"] = [{"key": each.key, "title": each.title, "frequency": each.frequency} for each in items]
    append(current.chain, "duty_list.published", by=by.pk, at=at, facts=facts)
    return current


@transaction.atomic
def accept(duty_list: DutyList, *, by: Person, at: datetime) -> Acceptance:
    """Let a holder of the post accept the version in force; return the acceptance.

    It is his own word, so nobody stands in. Raises ``Refusal`` for anybody else, for a draft, for a version that
    was replaced, and the second time.
    """
    current = locked(duty_list)
    if current.published_at is None:
        raise Refusal(NOT_PUBLISHED)
    if not current.in_force:
        standing = in_force(current.post, current.year)
        raise Refusal(REPLACED, version=str(standing.version if standing else ""))
    if by not in holders_of(current.post, localdate(at)):
        raise Refusal(NOT_HOLDER, name=by.name, title=current.post.title)
    before = Acceptance.objects.filter(duty_list=current, person=by).first()
    if before is not None:
        raise Refusal(ACCEPTED, name=by.name, on=localdate(before.at).isoformat())
    made = Acceptance.objects.create(duty_list=current, person=by, at=at)
    facts = {"post": current.post_id, "year": current.year, "version": current.version}
    append(current.chain, "duty_list.accepted", by=by.pk, at=at, facts=facts)
    return made


def locked(duty_list: DutyList) -> DutyList:
    """Return the list as it now stands, locked until the transaction ends."""
    found = DutyList.objects.select_for_update(of=("self",)).select_related("post__organization")
    return found.get(pk=duty_list.pk)
