"""Tasks belong to posts: whoever holds the post acts, and a pack says what passes on."""

from datetime import timedelta

import pytest

from luoshi.act.tasks.actions import (
    accept,
    advance,
    ask_extension,
    block,
    dispatch,
    draft,
    look_back,
    report,
    settle,
)
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.queries import handover
from luoshi.core.lifecycle import Situation
from luoshi.core.refusals import Refusal
from luoshi.ground.people.actions import assume, vacate
from luoshi.ground.people.models import Holding, Person, Post, PostKind
from luoshi.ground.people.queries import answering_post
from world.ground import AT, TODAY, post, somebody
from world.loop import DUE, PROOF, after_days, cast

pytestmark = pytest.mark.django_db


def _post_of(person: Person) -> Post:
    return Holding.objects.get(person=person).post


def _succeed(leaving: Person) -> Person:
    """Let somebody new hold the post from the next day on."""
    held, coming = _post_of(leaving), somebody("新人")
    vacate(held, person=leaving, until_on=TODAY, by=None, at=AT)
    assume(held, person=coming, from_on=TODAY + timedelta(days=1), by=None, at=AT)
    return coming


def test_after_a_change_of_holder_the_new_one_acts_and_the_old_one_may_not() -> None:
    who = cast()
    task = who.accepted()
    before = handover(_post_of(who.owner))
    coming = _succeed(who.owner)
    with pytest.raises(Refusal, match="只能由承办方办理"):
        advance(task, by=who.owner, at=after_days(1), note="已成稿")
    with pytest.raises(Refusal, match="只能由承办方办理"):
        advance(task, by=coming, at=AT, note="还没有到任")
    assert report(task, by=coming, at=after_days(1), note="已经印发", proofs=[PROOF]).state == "reported"
    assert before.to_do == (task,)
    assert handover(_post_of(coming)).to_do == (task,)


def test_the_pack_of_a_post_that_answers_for_its_organization_lists_all_of_it() -> None:
    who = cast()
    drafted, waiting, reported, closed = who.drafted(), who.dispatched(), who.reported(), who.closed()
    asked, blocked = who.accepted(), who.accepted()
    ask_extension(asked, by=who.owner, at=AT, deadline_on=DUE + timedelta(days=9), reason="等批复")
    block(blocked, by=who.owner, at=AT, reason="缺数据")
    settled = who.closed()
    look_back(settled, by=who.verifier, at=AT, note="属实")
    settle(settled, by=who.issuer, at=AT)
    gave = handover(_post_of(who.issuer))
    assert (gave.to_do, gave.to_dispatch) == ((), (drafted,))
    assert (gave.to_verify, gave.to_answer, gave.to_look_back) == ((reported,), (asked, blocked), (closed,))
    assert handover(_post_of(who.owner)).to_do == (waiting, reported, asked, blocked)
    other = handover(_post_of(who.verifier))
    assert not any((other.to_do, other.to_dispatch, other.to_verify, other.to_answer, other.to_look_back))


def test_a_post_that_answers_for_itself_alone_hands_over_its_own() -> None:
    who = cast()
    deputy = post(who.office, PostKind.DEPUTY)
    holder = somebody("副处长")
    assume(deputy, person=holder, from_on=TODAY, by=None, at=AT)
    terms = Situation(standard="印发", deadline_on=DUE)
    mine = Proposal(
        "报数据", "报数据", Origin.DOCKET, who.committee,
        owner=who.office, owner_post=deputy, verifier=_post_of(who.verifier), terms=terms,
    )  # fmt: skip
    task = dispatch(draft(mine, by=who.issuer, at=AT), by=who.issuer, at=AT)
    who.dispatched()
    assert answering_post(who.office) == _post_of(who.owner)
    assert handover(deputy).to_do == (task,)
    task = report(accept(task, by=holder, at=AT), by=holder, at=AT, note="已报")
    assert handover(_post_of(who.verifier)).to_verify == (task,)
    assert task not in handover(_post_of(who.owner)).to_do
