"""A local rule is drafted, its draft reworded, and a published one followed by a new version."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.core.rules import Pack, read
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..authority import refuse_unauthorized
from ..lengths import TEXT_LENGTH, TITLE_LENGTH
from ..models import LocalRule, RuleVersion
from ..packs import FILE
from ..refusals import NOT_LOCAL, PUBLISHED, STALE, TOO_LONG

SCOPE = "local"


@transaction.atomic
def draft_rule(organization: Organization, text: str, *, by: Person, at: datetime) -> RuleVersion:
    """Draft a rule that the organization makes for itself and all below, and return its first version.

    Raises ``Misread`` for a text with mistakes, each at its line, ``Refusal`` for whoever may not make rules there.
    """
    rule = LocalRule.objects.create(organization=organization, made_at=at)
    return _drafted(rule, 1, text, by, at)


@transaction.atomic
def revise(rule: LocalRule, text: str, *, by: Person, at: datetime) -> RuleVersion:
    """Draft the next version of a rule, or reword the one that is drafted already, and return it. Raises as drafting."""
    last = _locked(rule).versions.order_by("-number").first()
    assert last is not None  # noqa: S101  # a rule begins with its first version
    if last.published_at is None:
        return redraft(last, text, seen=last.digest, by=by, at=at)
    return _drafted(rule, last.number + 1, text, by, at)


@transaction.atomic
def redraft(version: RuleVersion, text: str, *, seen: str, by: Person, at: datetime) -> RuleVersion:
    """Give the draft another text and return it; what was approved was the text before.

    ``seen`` is the digest of the text that was looked at. Raises as drafting, and for what was published.
    """
    _locked(version.rule)
    current = RuleVersion.objects.select_related("rule__organization").get(pk=version.pk)
    refuse_published(current)
    if current.digest != seen:
        raise Refusal(STALE)
    for_whom = refuse_unauthorized(current.rule.organization, by, at)
    pack = sound(text)
    current.title, current.text, current.digest = pack.title[:TITLE_LENGTH], text, digest_of(text)
    current.drafted_by, current.drafted_at = by, at
    current.approved_by, current.approved_why = None, ""
    current.save()
    facts = {"version": current.number, "title": current.title, "digest": current.digest}
    append(current.rule.chain, "rule.redrafted", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


def _drafted(rule: LocalRule, number: int, text: str, by: Person, at: datetime) -> RuleVersion:
    for_whom = refuse_unauthorized(rule.organization, by, at)
    pack = sound(text)
    version = RuleVersion.objects.create(
        rule=rule,
        number=number,
        title=pack.title[:TITLE_LENGTH],
        text=text,
        digest=digest_of(text),
        drafted_by=by,
        drafted_at=at,
    )
    facts = {
        "organization": rule.organization.code,
        "version": number,
        "title": version.title,
        "digest": version.digest,
    }
    append(rule.chain, "rule.drafted", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return version


def sound(text: str) -> Pack:
    """Return what the text says. Raises ``Misread`` for its mistakes, ``Refusal`` for one too long or not local."""
    if len(text) > TEXT_LENGTH:
        raise Refusal(TOO_LONG, length=str(len(text)), limit=str(TEXT_LENGTH))
    pack = read(text, FILE)
    if pack.scope != SCOPE:
        raise Refusal(NOT_LOCAL)
    return pack


def refuse_published(version: RuleVersion) -> None:
    """Raise ``Refusal`` for a version that can no longer change."""
    if version.published_at is not None:
        raise Refusal(PUBLISHED, on=localdate(version.published_at).isoformat())


def digest_of(text: str) -> str:
    """Return what tells one text from another."""
    return sha256(text.encode()).hexdigest()


def _locked(rule: LocalRule) -> LocalRule:
    return LocalRule.objects.select_for_update(of=("self",)).select_related("organization").get(pk=rule.pk)
