"""A talk is known to who took part and to the responsible superior; to nobody else, not even to who has the database."""

import pytest
from django.core.management import call_command

from luoshi.act.activities import refusals
from luoshi.act.activities.actions import correct, record, withdraw
from luoshi.act.activities.models import Activity, Confidence
from luoshi.act.activities.queries import (
    attendance_of,
    confided_in,
    confided_to,
    counts,
    held,
    life,
    opened_for,
    superiors,
)
from luoshi.act.activities.telling import Attendee
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from world.ground import AT, TODAY
from world.meetings import MET_ON, branch

pytestmark = pytest.mark.django_db
SAID = "家中老人住院，想调岗"


def test_who_took_part_and_the_superior_may_read_it_and_nobody_else() -> None:
    who = branch()
    talk = record(who.talk(who.secretary, who.others[0], minutes=SAID), by=who.secretary, at=AT)
    for reader in (who.secretary, who.others[0], who.superior):
        confided = opened_for(talk, reader, TODAY)
        assert confided is not None
        assert confided.text == SAID
        assert confided.people == (who.secretary.pk, who.others[0].pk)
    for reader in (who.leader, who.publicist, who.others[1], who.stranger):
        assert opened_for(talk, reader, TODAY) is None
    assert superiors(who.branch, TODAY) == {who.superior.pk}


def test_lists_name_it_only_to_who_may_know() -> None:
    who = branch()
    record(who.talk(who.secretary, who.others[0]), by=who.secretary, at=AT)
    assert life(who.branch, 2026) == []
    assert len(confided_to(who.others[0], 2026, TODAY)) == 1
    assert confided_to(who.others[0], 2025, TODAY) == []
    assert confided_to(who.publicist, 2026, TODAY) == []
    assert len(confided_in(who.branch, who.superior, 2026, TODAY)) == 1
    assert confided_in(who.branch, who.publicist, 2026, TODAY) == []


def test_it_is_counted_like_everything_else() -> None:
    who = branch()
    record(who.talk(who.secretary, who.others[0]), by=who.secretary, at=AT)
    [count] = counts([who.committee.path], MET_ON, MET_ON)
    assert (count.organization, count.kind, count.n) == (who.branch.pk, "talk", 1)
    [met] = held(who.branch, 2026)
    assert met.topic == ""


def test_the_database_holds_no_word_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    who = branch()
    talk = record(who.talk(who.secretary, who.others[0], minutes=SAID), by=who.secretary, at=AT)
    assert attendance_of(talk) == []
    call_command("dumpdata")
    dump = capsys.readouterr().out
    call_command("dumpdata", "activities")
    own = capsys.readouterr().out
    [sealed] = Confidence.objects.values_list("sealed", flat=True)
    for word in (SAID, "近期思想", "会议室"):
        assert word not in dump
        assert word.encode() not in bytes(sealed)
    # The person is known to the people's register, but nothing of the talk refers to that row.
    assert f'"person": {who.others[0].pk}' not in own
    [entry] = story(talk.chain)
    assert set(entry.facts) == {"digest"}
    assert entry.facts["digest"] not in {"", SAID}


def test_a_seal_that_was_put_on_another_talk_does_not_open() -> None:
    who = branch()
    one = record(who.talk(who.secretary, who.others[0]), by=who.secretary, at=AT)
    two = record(who.talk(who.secretary, who.others[1]), by=who.secretary, at=AT)
    [sealed] = Confidence.objects.filter(activity=one).values_list("sealed", flat=True)
    Confidence.objects.filter(activity=two).update(sealed=sealed)
    with pytest.raises(Refusal) as caught:
        opened_for(two, who.secretary, TODAY)
    assert caught.value.sentence == refusals.NOT_READABLE


def test_only_who_took_part_records_or_withdraws_it_and_nobody_corrects_it() -> None:
    who = branch()
    telling = who.talk(who.secretary, who.others[0])
    with pytest.raises(Refusal) as caught:
        record(telling, by=who.publicist, at=AT)
    assert caught.value.sentence == refusals.NOT_IN_TALK
    talk = record(telling, by=who.others[0], at=AT)
    with pytest.raises(Refusal) as caught:
        correct(talk, telling, reason="改", by=who.others[0], at=AT)
    assert caught.value.sentence == refusals.SEALED_STAYS
    with pytest.raises(Refusal) as caught:
        withdraw(talk, reason="不该记", by=who.superior, at=AT)
    assert caught.value.sentence == refusals.NOT_YOURS_TO_WITHDRAW
    withdraw(talk, reason="谈的是" + SAID, by=who.others[0], at=AT)
    assert story(talk.chain)[-1].facts == {}
    assert confided_to(who.others[0], 2026, TODAY) == []


def test_nobody_talks_alone() -> None:
    who = branch()
    telling = who.talk(who.secretary)
    with pytest.raises(Refusal) as caught:
        record(telling, by=who.secretary, at=AT)
    assert caught.value.sentence == refusals.ALONE
    assert Attendee(who.secretary) in telling.attendees


def test_nothing_of_it_stands_in_the_row_of_the_activity() -> None:
    who = branch()
    talk = record(who.talk(who.secretary, who.others[0]), by=who.secretary, at=AT)
    row = Activity.objects.values().get(pk=talk.pk)
    told = {
        name: row[name] for name in ("topic", "minutes", "place", "chair_id", "hours", "begins", "partner_id")
    }
    assert not any(told.values())
