"""A drafted rule is held against the last twelve months, before anybody is bound by it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..authority import refuse_unauthorized
from ..models import RuleVersion, Trial
from ..packs import published_before
from ..trial import rehearse
from .drafting import refuse_published, sound


@transaction.atomic
def try_out(version: RuleVersion, *, by: Person, at: datetime) -> Trial:
    """Return who would have missed the draft in the last twelve whole months, and what it costs whom.

    Raises ``Refusal`` for a published version and for whoever may not make rules there.
    """
    refuse_published(version)
    organization = version.rule.organization
    for_whom = refuse_unauthorized(organization, by, at)
    today = localdate(at)
    now = sound(version.text).rules
    window, rows = rehearse(now, published_before(version), organization, today)
    trial = Trial.objects.create(
        version=version,
        digest=version.digest,
        first_month=window.first,
        last_month=window.last,
        by=by,
        at=at,
        result=[list(row) for row in rows],
    )
    facts = {
        "version": version.number,
        "digest": version.digest,
        "organizations": len(rows),
        "missing": sum(1 for row in rows if row.missed),
        "minutes": sum(row.organizing + row.attending for row in rows),
    }
    append(version.rule.chain, "rule.tried", by=by.pk, at=at, for_whom=for_whom, facts=facts)
    return trial
