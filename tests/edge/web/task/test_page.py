"""The page of a task: what it shows, to whom, and what its one next action is."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate
from lxml import html

from luoshi.act.tasks.actions import (
    advance,
    ask_extension,
    block,
    decompose,
    escalate,
    grant_extension,
    relapse,
)
from luoshi.act.tasks.models import Task
from luoshi.edge.web.reading.words import day
from luoshi.ground.people.actions import give_grant
from world.counting import queries_of
from world.ground import AT, TODAY
from world.loop import DUE, cast
from world.signing import client_of

pytestmark = pytest.mark.django_db


def page_of(client: Client, task: Task) -> html.HtmlElement:
    answer = client.get(f"/tasks/{task.pk}/")
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def filled(page: html.HtmlElement) -> list[str]:
    """Return what the filled buttons say."""
    return [each.text_content().strip() for each in page.cssselect(".ways-on .btn-primary")]


def test_what_where_and_who_next_stand_on_top() -> None:
    who = cast()
    task = who.accepted()
    page = page_of(client_of(who.owner), task)
    assert page.cssselect("h1")[0].text_content() == "印发办法"
    facts = page.cssselect(".task-facts")[0].text_content()
    for fact in ("市数据局政务处", day(DUE, localdate()), "办法印发并报备", "印发文件", "承办中"):
        assert fact in facts
    assert "下一步：市数据局政务处办结并报结" in page.cssselect(".next-step")[0].text_content()


def test_the_one_filled_button_is_the_viewers_next_move() -> None:
    who = cast()
    steps = [
        (who.drafted(), who.issuer, ["交办"]),
        (who.dispatched(), who.owner, ["签收"]),
        (who.dispatched(), who.issuer, []),
        (who.accepted(), who.owner, ["报结"]),
        (who.reported(), who.verifier, ["销号"]),
        (who.closed(), who.verifier, ["回头看"]),
    ]
    for task, person, expected in steps:
        assert filled(page_of(client_of(person), task)) == expected, task.state


def test_what_stands_against_a_move_hides_it() -> None:
    who = cast()
    task = who.accepted()
    decompose(task, by=who.owner, at=AT, titles=["起草", "会签"])
    page = page_of(client_of(who.owner), task)
    assert filled(page) == ["报送进展"]
    assert "已办结 0/2" in page.text_content()
    offered = {each.text_content().strip() for each in page.cssselect(".further li")}
    assert "报结" not in offered
    assert "提请协调" in offered


def test_a_blocker_and_an_extension_wait_for_the_issuer() -> None:
    who = cast()
    task = who.accepted()
    block(task, by=who.owner, at=AT, reason="缺<b>预算</b>")
    page = page_of(client_of(who.issuer), task)
    assert filled(page) == ["答复协调"]
    assert "缺<b>预算</b>" in page.cssselect(".stuck")[0].text_content()
    other = who.accepted()
    ask_extension(other, by=who.owner, at=AT, deadline_on=DUE + timedelta(days=1), reason="会签未完")
    assert filled(page_of(client_of(who.issuer), other)) == ["准予延期"]


def test_a_moved_deadline_is_shown_with_the_original() -> None:
    who = cast()
    task = who.accepted()
    later = DUE + timedelta(days=1)
    ask_extension(task, by=who.owner, at=AT, deadline_on=later, reason="会签未完")
    grant_extension(task, by=who.issuer, at=AT)
    page = page_of(client_of(who.owner), task)
    assert f"原时限{day(DUE, localdate())}" in page.cssselect(".task-facts")[0].text_content()
    story = page.cssselect(".story")[0].text_content()
    assert f"丙处长申请延期到{day(later, localdate())}。" in story
    assert "会签未完" in story
    assert f"甲书记准予延期，时限由{day(DUE, localdate())}改为{day(later, localdate())}。" in story


def test_the_story_says_who_acted_for_whom() -> None:
    who = cast()
    task = who.accepted()
    give_grant(who.owner, stand_in=who.stranger, from_on=TODAY, until_on=TODAY, by=None, at=AT)
    advance(task, by=who.stranger, at=AT, note="已成稿", progress=40)
    assert "戊书记 代 丙处长报送进展，办到40%。" in page_of(client_of(who.owner), task).text_content()


def test_the_story_leads_to_who_acted_and_from_where_as_far_as_one_may_see() -> None:
    who = cast()
    task = who.accepted()
    escalate(task, by=who.supervisor, at=AT, rung="leader")
    mine = page_of(client_of(who.owner), task).cssselect(".story li")
    said, accepted, *_before = mine
    assert "提级督办：提请分管领导，告知分管领导，时限" in said.text_content()
    ways = [each.get("href") for each in accepted.cssselect(".secondary a")]
    assert ways == [f"/organizations/{who.office.pk}/", f"/people/{who.owner.pk}/"]
    assert mine[-1].cssselect(".secondary a") == [], "the issuer lies above what the owner sees"
    assert "市数据局 " in mine[-1].cssselect(".secondary")[0].text_content()


def test_the_chain_says_which_steps_are_done_and_forgets_what_must_be_done_again() -> None:
    who = cast()
    task = who.closed()
    client = client_of(who.issuer)

    def chain() -> tuple[list[bool], str]:
        steps = page_of(client, task).cssselect(".chain li")
        [here] = [each for each in steps if each.get("aria-current")]
        return [bool(each.cssselect("time")) for each in steps], here.text_content().split()[0]

    assert chain() == ([True] * 5 + [False] * 2, "销号")
    relapse(task, by=who.supervisor, at=AT, reason="两个窗口没有执行")
    assert chain() == ([True] * 3 + [False] * 4, "签收")


def test_whoever_may_issue_a_notice_finds_it_on_the_task() -> None:
    who = cast()
    task = who.accepted()
    notice = f"/tasks/{task.pk}/notice"
    for person, seen in ((who.supervisor, True), (who.issuer, True), (who.owner, False)):
        ways = [each.get("href") for each in page_of(client_of(person), task).cssselect(".further a")]
        assert (notice in ways) == seen


def test_it_does_not_exist_for_a_stranger_and_shows_nothing_to_press_to_an_onlooker() -> None:
    who = cast()
    task = who.dispatched()
    stranger = client_of(who.stranger)
    for address in (f"/tasks/{task.pk}/", f"/tasks/{task.pk}/acceptance/", f"/tasks/{task.pk}/evidence/1/"):
        assert stranger.get(address).status_code == 404
        assert stranger.post(address).status_code in (404, 405)
    task.co_units.add(who.stranger.holdings.get().post.organization)
    page = page_of(stranger, task)
    assert page.cssselect(".ways-on") == []


def test_a_longer_story_costs_no_more_queries() -> None:
    who = cast()
    short, long = who.accepted(), who.accepted()
    decompose(short, by=who.owner, at=AT, titles=["起草"])
    decompose(long, by=who.owner, at=AT, titles=[f"起草{number}" for number in range(9)])
    for number in range(20):
        advance(long, by=who.owner, at=AT, note=f"第{number}稿", progress=number)
    advance(short, by=who.owner, at=AT, note="初稿", progress=1)
    client = client_of(who.owner)
    assert queries_of(client, f"/tasks/{long.pk}/") == queries_of(client, f"/tasks/{short.pk}/")
