"""The seal of a day: what was written up to its end can no longer be changed unseen."""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from luoshi.core.chain import GENESIS, SealLink, Tree, signed_seal
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.ledger.models import Entry, Seal
from luoshi.ground.ledger.queries import digests_between, settled_id

NOT_OVER = N_("{day} 还没有过完，不能封存当天的账本：请在次日零点以后再封。")
OUT_OF_ORDER = N_("{day} 之后的 {later} 已经封存，日封不能倒着补：{day} 的记录已在后面的日封里。")
STILL_WRITING = N_("还有办理正在写入账本，暂时不能封存：请稍等片刻再封一次。")


def seal_day(day: date, *, at: datetime) -> Seal:
    """Seal every entry not yet sealed up to the last one of that day (in the site's time zone).

    ``at`` is the moment of sealing, after the day's end. Sealing a day again returns its seal. A
    day without entries has a seal too, and days that were missed fall to the next seal made.

    Raises ``Refusal`` when the day is not over, when a later day is sealed already, and while
    transactions are still writing.
    """
    if timezone.localdate(at) <= day:
        raise Refusal(NOT_OVER, day=day.isoformat())
    try:
        with transaction.atomic():
            return _sealed(day) or _seal(day, at)
    except IntegrityError:
        # Somebody sealed in the same moment on PostgreSQL: no two seals may follow the same one.
        found = _sealed(day)
        if found:
            return found
        raise


def _sealed(day: date) -> Seal | None:
    """Return the seal of the day, where it has one. Raises ``Refusal`` when a later day has one and it has not."""
    later = Seal.objects.filter(day__gte=day).order_by("day").first()
    if later and later.day > day:
        raise Refusal(OUT_OF_ORDER, day=day.isoformat(), later=later.day.isoformat())
    return later


def _seal(day: date, at: datetime) -> Seal:
    newest = Seal.objects.order_by("day").last()
    settled = settled_id()
    if settled is None:
        raise Refusal(STILL_WRITING)
    before = newest.last if newest else 0
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    unsealed = Entry.objects.filter(id__gt=before, id__lte=settled, at__lt=end)
    last: int = unsealed.aggregate(last=Max("id"))["last"] or before
    tree = Tree(settings.LUOSHI_DIGEST)
    for each in digests_between(before + 1, last):
        tree.add(bytes.fromhex(each))
    previous = newest.digest if newest else GENESIS
    link = signed_seal(
        SealLink(day, before + 1, last, tree.size, tree.root().hex(), previous, "", settings.LUOSHI_DIGEST)
    )
    return Seal.objects.create(**asdict(link), at=at)
