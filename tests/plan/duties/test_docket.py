"""What a leader takes up in person is tracked on the task like everything else."""

import pytest

from luoshi.act.tasks.actions import cancel
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.lifecycle import Situation
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import Post
from luoshi.ground.people.queries import posts_of
from luoshi.plan.duties.actions import deploy_in_person, release, take_up
from luoshi.plan.duties.queries.docket import dockets_within, leading_posts, on_docket, taken_up
from luoshi.plan.duties.vocabulary import Concern
from world.ground import AT, TODAY, somebody
from world.loop import DUE, Cast, after_days, cast

pytestmark = pytest.mark.django_db


def _seat(who: Cast) -> Post:
    [seat] = posts_of(who.issuer, TODAY)
    return seat


def test_a_leader_gives_a_task_in_person() -> None:
    who = cast()
    terms = Situation(standard="当面解决", deadline_on=DUE)
    proposal = Proposal(
        "解决办证难", "解决办证难", Origin.DOCKET, who.committee, owner=who.office, terms=terms
    )
    entry = deploy_in_person(_seat(who), proposal, by=who.issuer, at=AT)
    assert (entry.task.state, entry.task.origin, entry.concern) == ("dispatched", "docket", Concern.DEPLOY)
    assert [each.verb for each in story(entry.chain)] == ["docket.taken_up"]
    assert list(on_docket([_seat(who)])) == taken_up(entry.task_id) == [entry]


def test_a_leader_takes_up_what_is_under_way_and_releases_it_with_a_reason() -> None:
    who = cast()
    task, seat = who.accepted(), _seat(who)
    entry = take_up(task, post=seat, concern=Concern.SUPERVISE, by=who.issuer, at=AT, note="群众等得太久")
    with pytest.raises(Refusal, match=f"任务 {task.pk} 已在“书记”的领导督办里"):
        take_up(task, post=seat, concern=Concern.ASK, by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="移出领导督办须写明理由"):
        release(entry, by=who.issuer, at=after_days(1), why="")
    release(entry, by=who.issuer, at=after_days(1), why="已转入正常办理")
    with pytest.raises(Refusal, match="已移出领导督办"):
        release(entry, by=who.issuer, at=after_days(1), why="再移一次")
    assert list(dockets_within([who.committee.path])) == []
    take_up(task, post=seat, concern=Concern.COORDINATE, by=who.issuer, at=after_days(2))
    assert dockets_within([who.committee.path]).count() == 1


def test_what_is_done_in_person_nobody_lends_and_nobody_else_does() -> None:
    who = cast()
    task, seat = who.accepted(), _seat(who)
    stand_in = somebody("代办")
    give_grant(who.issuer, stand_in=stand_in, from_on=TODAY, until_on=TODAY, by=None, at=AT)
    for person in (stand_in, who.owner):
        with pytest.raises(Refusal, match="现在不是任“书记”的书记或第一责任人"):
            take_up(task, post=seat, concern=Concern.ASK, by=person, at=AT)
    [office] = posts_of(who.owner, TODAY)
    with pytest.raises(Refusal, match="现在不是任"):
        take_up(task, post=office, concern=Concern.ASK, by=who.owner, at=AT)
    assert leading_posts(who.owner, TODAY) == []


def test_a_task_out_of_reach_or_over_is_refused() -> None:
    who = cast()
    task = who.accepted()
    [elsewhere] = posts_of(who.stranger, TODAY)
    with pytest.raises(Refusal, match=f"任务 {task.pk} 不归“书记”管"):
        take_up(task, post=elsewhere, concern=Concern.ASK, by=who.stranger, at=AT)
    over = cancel(who.drafted("不办了"), by=who.issuer, at=AT, reason="不办了")
    with pytest.raises(Refusal, match="已经办完"):
        take_up(over, post=_seat(who), concern=Concern.ASK, by=who.issuer, at=AT)
