"""Reads of local rules: drafts, versions, trials."""

from collections.abc import Collection

from .models import RuleVersion, Trial

RELATED = ("rule__organization", "drafted_by", "approved_by", "published_by")


def version_of(number: int) -> RuleVersion | None:
    """Return the version of that number with whose it is and who made it, or nothing."""
    return RuleVersion.objects.select_related(*RELATED).filter(pk=number).first()


def versions(version: RuleVersion) -> list[RuleVersion]:
    """Return all versions of the same rule, the newest first."""
    return list(version.rule.versions.select_related(*RELATED).order_by("-number"))


def drafts(organizations: Collection[int]) -> list[RuleVersion]:
    """Return what is drafted and not yet published for these organizations, the newest first."""
    waiting = RuleVersion.objects.filter(rule__organization__in=organizations, published_at=None)
    return list(waiting.select_related(*RELATED).order_by("-pk"))


def last_trial(version: RuleVersion) -> Trial | None:
    """Return the last trial of the version's text as it stands, or nothing."""
    return Trial.objects.filter(version=version, digest=version.digest).order_by("-pk").first()
