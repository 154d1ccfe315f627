"""Whoever asks what is owed never reads through a ledger that tells of other things."""

import pytest

from luoshi.ground.ledger.queries import settled_id
from luoshi.plan.obligations import reads
from luoshi.plan.obligations.keeping import bring_up_to_date
from luoshi.plan.obligations.models import Bookmark
from world.ground import plant

pytestmark = pytest.mark.django_db


def test_the_bookmark_moves_on_though_nothing_was_news(monkeypatch: pytest.MonkeyPatch) -> None:
    plant("县委")
    bring_up_to_date()
    assert not Bookmark.objects.exists()
    monkeypatch.setattr(reads, "FAR", 3)
    for name in ("一支部", "二支部", "三支部"):
        plant(name)
    bring_up_to_date()
    assert Bookmark.objects.get().entry == settled_id()
    assert not reads.is_behind(("recorded",))
