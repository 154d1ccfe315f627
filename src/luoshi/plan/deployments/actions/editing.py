"""Drafts are put into better words, split into several and merged into one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max

from luoshi.act.tasks.lengths import TITLE_LENGTH
from luoshi.core.reading import evidence_for, standards_for
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..changes import changing
from ..models import Deployment, Draft
from ..refusals import ENDED_UNIT, NOT_MERGED, NOT_SPLIT, NOTHING_CHOSEN, TOO_LONG, UNTITLED

STANDARD_LENGTH = 2000
EVIDENCE_LENGTH = 60
AMENDABLE = {"title", "standard", "deadline_on", "frequency", "evidence_named", "owners", "co_units"}
SEPARATOR = "；"


def amend(
    deployment: Deployment,
    places: Sequence[int],
    changes: Mapping[str, Any],
    *,
    by: Person,
    at: datetime,
    seen: Mapping[int, int] | None = None,
) -> list[Draft]:
    """Give the drafts these terms, named as in ``AMENDABLE``; return them. The same terms change nothing.

    ``seen`` holds by place the version that was read. Raises ``Refusal`` for a decided draft, a version
    that is no more, an empty or overlong text, and an organization that has ended; ``ValueError`` for
    a name that no draft has.
    """
    if not AMENDABLE.issuperset(changes):
        raise ValueError(f"not amendable: {sorted(set(changes) - AMENDABLE)}")
    if not places:
        raise Refusal(NOTHING_CHOSEN)
    with changing(deployment, "draft.amended", by=by, at=at) as change:
        drafts = [change.draft(place, (seen or {}).get(place)) for place in places]
        for draft in drafts:
            for name, value in changes.items():
                setattr(draft, name, value.strip() if isinstance(value, str) else value)
            _refuse_unsound(draft)
        _refuse_ended({*changes.get("owners", ()), *changes.get("co_units", ())})
    return drafts


def adopt_standards(
    deployment: Deployment, places: Sequence[int], *, by: Person, at: datetime
) -> list[Draft]:
    """Give each of the drafts that has none the standard and the proof that fit its words; return them.

    Raises ``Refusal`` as ``amend`` does.
    """
    if not places:
        raise Refusal(NOTHING_CHOSEN)
    with changing(deployment, "draft.amended", by=by, at=at) as change:
        drafts = [change.draft(place) for place in places]
        for draft in drafts:
            draft.standard = draft.standard or standards_for(draft.text, draft.quantities)[0]
            draft.evidence_named = draft.evidence_named or [evidence_for(draft.text)]
            _refuse_unsound(draft)
    return drafts


def split(
    deployment: Deployment,
    place: int,
    titles: Sequence[str],
    *,
    by: Person,
    at: datetime,
    seen: int | None = None,
) -> list[Draft]:
    """Make one draft several with these titles, all with its words and terms; return them, the old one first.

    Raises ``Refusal`` for fewer than two titles and as ``amend`` does.
    """
    names = [title.strip() for title in titles if title.strip()]
    if len(names) < 2:
        raise Refusal(NOT_SPLIT)
    with changing(deployment, "draft.split", by=by, at=at) as change:
        first = change.draft(place, seen)
        last = change.deployment.drafts.aggregate(last=Max("place"))["last"]
        others = [_part(first, last + number, name) for number, name in enumerate(names[1:], 1)]
        first.title = names[0]
        for draft in (first, *others):
            _refuse_unsound(draft)
        for draft in others:
            # Born as part of the first, so that undoing the split makes it that again.
            draft.merged_into = first
            draft.save()
            change.touch(draft).merged_into = None
        change.facts |= {"draft": place, "parts": [draft.place for draft in others]}
    return [first, *others]


def _part(draft: Draft, place: int, title: str) -> Draft:
    copied = ("deployment", "clause", "text", "start", "end", "lead", "leads", "units", "quantities")
    terms = ("owners", "co_units", "deadline", "deadline_on", "frequency", "standard", "evidence_named")
    values = {name: getattr(draft, name) for name in (*copied, *terms)}
    return Draft(**values, place=place, title=title)


def merge(
    deployment: Deployment,
    places: Sequence[int],
    *,
    by: Person,
    at: datetime,
    seen: Mapping[int, int] | None = None,
) -> Draft:
    """Make several drafts one: the first keeps its place, takes in all titles and units; return it.

    Raises ``Refusal`` for fewer than two drafts and as ``amend`` does.
    """
    if len(set(places)) < 2:
        raise Refusal(NOT_MERGED)
    with changing(deployment, "draft.merged", by=by, at=at) as change:
        first, *others = [change.draft(place, (seen or {}).get(place)) for place in sorted(set(places))]
        first.title = SEPARATOR.join(dict.fromkeys(str(draft) for draft in (first, *others)))[:TITLE_LENGTH]
        first.owners = _union(draft.owners for draft in (first, *others))
        helping = _union(draft.co_units for draft in (first, *others))
        first.co_units = [each for each in helping if each not in first.owners]
        first.evidence_named = _union(draft.evidence_named for draft in (first, *others))
        standards = [draft.standard for draft in (first, *others) if draft.standard]
        first.standard = SEPARATOR.join(dict.fromkeys(standards))
        days = [draft.deadline_on for draft in (first, *others) if draft.deadline_on]
        first.deadline_on = min(days) if days else None
        for draft in others:
            draft.merged_into = first
        change.facts |= {"into": first.place, "merged": [draft.place for draft in others]}
    return first


def _union(lists: Any) -> list[Any]:
    return list(dict.fromkeys(each for one in lists for each in one))


def _refuse_unsound(draft: Draft) -> None:
    place = str(draft.place)
    if not draft.title:
        raise Refusal(UNTITLED, place=place)
    bounds = [(N_("名称"), draft.title, TITLE_LENGTH), (N_("完成标准"), draft.standard, STANDARD_LENGTH)]
    bounds += [(N_("佐证"), each, EVIDENCE_LENGTH) for each in draft.evidence_named]
    for name, text, limit in bounds:
        if len(text) > limit:
            raise Refusal(TOO_LONG, place=place, field=name, length=str(len(text)), limit=str(limit))


def _refuse_ended(organizations: set[int]) -> None:
    if Organization.objects.filter(pk__in=organizations, dissolved_on=None).count() != len(organizations):
        raise Refusal(ENDED_UNIT)
