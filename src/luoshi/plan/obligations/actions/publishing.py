"""A tried rule is put into force from a day on; a published one is repealed from a day on. Nothing is deleted."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import N_, Refusal
from luoshi.core.rules import STATUS_LABELS, joined, work
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..authority import refuse_unauthorized
from ..budget import budgeted
from ..models import LocalRule, RuleVersion, Trial
from ..packs import beside, from_day, read_version
from ..refusals import BACKDATED, CASES_DIFFER, ENDED, EXPIRED, NOT_LATER, NOT_PUBLISHED, OVER_BUDGET, UNTRIED
from ..site import almanac
from .drafting import refuse_published

# What an example says in codes, as the sentence says it.
SAID = {
    **{str(status): label for status, label in STATUS_LABELS.items()},
    "none": N_("不要求"),
    "yes": N_("一致"),
    "no": N_("不同"),
}


@transaction.atomic
def publish(version: RuleVersion, *, since: date, by: Person, at: datetime) -> RuleVersion:
    """Put the draft into force from that day on and return it; the version before it ends the day before.

    Raises ``Refusal`` for a draft that was not tried as it stands, exceeds the budget without approval, has an
    example that does not hold, would count from a day that is over, not after its forerunner's or on no day at all, and
    for whoever may not make rules there; ``Misread`` where it contradicts what is in force.
    """
    current = _locked(version)
    refuse_published(current)
    for_whom = refuse_unauthorized(current.rule.organization, by, at)
    trial = Trial.objects.filter(version=current, digest=current.digest).order_by("-pk").first()
    if trial is None:
        raise Refusal(UNTRIED)
    _refuse_unproven(current)
    figures = budgeted(current)
    if figures.exceeded and current.approved_by_id is None:
        raise Refusal(OVER_BUDGET, hours=figures.hours, budget=str(figures.bound // 60))
    if since < localdate(at):
        raise Refusal(BACKDATED, on=since.isoformat())
    _refuse_earlier(current, since)
    if not from_day(current, since):
        raise Refusal(EXPIRED, on=since.isoformat())
    joined(beside(current, since))
    current.valid_from, current.published_by, current.published_at = since, by, at
    current.save(update_fields=["valid_from", "published_by", "published_at"])
    facts = {
        "version": current.number,
        "title": current.title,
        "digest": current.digest,
        "since": since,
        "trial": trial.pk,
    }
    append(current.rule.chain, "rule.published", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


@transaction.atomic
def repeal(version: RuleVersion, *, on: date, by: Person, at: datetime) -> RuleVersion:
    """Let the version no longer count from that day on, and return it.

    Raises ``Refusal`` for a day that is over, for what is not in force, and for whoever may not make rules there.
    """
    current = _locked(version)
    for_whom = refuse_unauthorized(current.rule.organization, by, at)
    if current.published_at is None:
        raise Refusal(NOT_PUBLISHED)
    if current.withdrawn_on is not None:
        raise Refusal(ENDED, on=current.withdrawn_on.isoformat())
    if on < localdate(at):
        raise Refusal(BACKDATED, on=on.isoformat())
    current.withdrawn_on = on
    current.save(update_fields=["withdrawn_on"])
    facts = {"version": current.number, "on": on}
    append(current.rule.chain, "rule.repealed", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return current


def _refuse_unproven(version: RuleVersion) -> None:
    """Raise ``Refusal`` for a version whose own worked examples come out otherwise."""
    for outcome in work(read_version(version), almanac()):
        for key, said, came in outcome.differs:
            facts = {"said": SAID.get(said, said), "came": SAID.get(came, came)}
            raise Refusal(CASES_DIFFER, case=outcome.case.name, key=key, **facts)


def _refuse_earlier(version: RuleVersion, since: date) -> None:
    earlier = version.rule.versions.exclude(published_at=None).order_by("-valid_from").first()
    if earlier is not None and earlier.valid_from is not None and since <= earlier.valid_from:
        raise Refusal(NOT_LATER, on=earlier.valid_from.isoformat())


def _locked(version: RuleVersion) -> RuleVersion:
    LocalRule.objects.select_for_update(of=("self",)).get(pk=version.rule_id)
    return RuleVersion.objects.select_related("rule__organization").get(pk=version.pk)
