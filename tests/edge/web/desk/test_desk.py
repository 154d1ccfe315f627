"""The desk says what its viewer must do now, what is late below, and what others did."""

import pytest
from django.db import connection
from django.utils import timezone

from luoshi.act.tasks.actions import advance, ask_extension, block
from luoshi.act.tasks.models import Task
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.actions import give_grant
from luoshi.plan.deployments.actions import deploy
from world.ground import TODAY, somebody
from world.loop import DUE, cast
from world.roles import UNTIL
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _acts(text: str) -> list[str]:
    first = text.split("<section")[1]
    return [each.split(">")[1].split("<")[0] for each in first.split('<a class="act btn"')[1:]]


def test_each_task_waits_for_whoever_acts_next() -> None:
    who = cast()
    who.dispatched()
    who.reported()
    who.closed()
    who.drafted()
    asked = who.accepted()
    ask_extension(asked, by=who.owner, at=timezone.now(), deadline_on=UNTIL, reason="等文件")
    block(who.accepted(), by=who.owner, at=timezone.now(), reason="缺经费")
    issuer, owner = client_of(who.issuer).get("/").text, client_of(who.owner).get("/").text
    assert sorted(_acts(issuer)) == sorted(["核验", "回头看", "交办", "答复", "答复"])
    assert sorted(_acts(owner)) == sorted(["签收", "报结", "报结"])
    assert _acts(client_of(who.stranger).get("/").text) == []


def test_a_stand_in_has_the_grantor_s_duties() -> None:
    who = cast()
    who.reported()
    stand_in = somebody("壬代办")
    assert "今天没有待办" in client_of(stand_in).get("/").text
    give_grant(who.issuer, stand_in=stand_in, from_on=TODAY, until_on=UNTIL, by=None, at=timezone.now())
    assert _acts(client_of(stand_in).get("/").text) == ["核验"]


def test_drafts_of_a_deployment_wait_for_whoever_deployed_it() -> None:
    who = cast()
    words = "一、印发办法。（市数据局政务处牵头；2099年3月31日前完成）"
    deployment = deploy(words, "方案", organization=who.committee, by=who.issuer, at=timezone.now())
    text = client_of(who.issuer).get("/").text
    assert f'href="/deployments/{deployment.pk}/"' in text
    assert _acts(text)[0] == "确认"
    assert "确认" not in _acts(client_of(who.owner).get("/").text)


def test_a_co_unit_sees_what_it_helps_with_after_its_own() -> None:
    who = cast()
    task = who.accepted()
    there = who.stranger.holdings.get().post.organization
    task.co_units.add(there)
    advance(task, by=who.owner, at=timezone.now(), note="正在征求意见")
    text = client_of(who.stranger).get("/").text
    assert _acts(text) == ["看任务"]
    assert text.count('<em class="helps">配合</em>') == 2
    assert "报送进展" in text
    assert _acts(client_of(who.owner).get("/").text) == ["报结"]


def test_looking_back_waits_for_what_has_a_day_to_keep() -> None:
    who = cast()
    Task.objects.filter(pk=who.closed().pk).update(deadline_on=DUE.replace(year=2020))
    who.reported()
    assert _acts(client_of(who.issuer).get("/").text) == ["核验", "回头看"]


def test_nothing_to_do_is_said() -> None:
    who = cast()
    text = client_of(who.stranger).get("/").text
    assert "今天没有待办" in text
    assert "没有逾期的任务" in text
    assert "昨天以来没有变化" in text


def test_ten_of_each_list_and_the_way_to_all() -> None:
    who = cast()
    for _task in range(12):
        who.dispatched()
    Task.objects.update(deadline_on=DUE.replace(year=2020))
    client = client_of(who.owner)
    text = client.get("/").text
    assert len(_acts(text)) == 10
    assert 'href="/desk/todo/"' in text
    assert "看全部 12 件" in text
    assert client.get("/desk/todo/").text.count('class="act"') == 12
    assert client.get("/desk/nothing/").status_code == 404


def test_nobody_is_asked_to_urge_himself() -> None:
    who = cast()
    who.accepted()
    Task.objects.update(deadline_on=DUE.replace(year=2020))
    own, above = client_of(who.owner).get("/").text, client_of(who.supervisor).get("/").text
    assert _acts(own) == ["报结"]
    assert "催办" not in own
    assert "逾期的都在“待我办”里" in own
    assert "看全部 1 件" in own
    assert "催办" in above


def test_what_others_did_since_yesterday_is_told_once_for_each_task() -> None:
    who = cast()
    task = who.accepted()
    block(task, by=who.owner, at=timezone.now(), reason="缺经费")
    issuer, owner = (
        client_of(who.issuer).get("/desk/changes/").text,
        client_of(who.owner).get("/desk/changes/").text,
    )
    assert "丙处长：提请协调" in issuer
    assert "提请协调" not in owner


def test_a_system_office_sees_ways_and_no_business() -> None:
    who = cast()
    who.dispatched()
    text = client_of(somebody("系统"), Office.SYSTEM).get("/").text
    assert "/system/accounts" in text
    assert "待我办" not in text
    assert "印发办法" not in text


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite's driver tells of every statement")
def test_the_desk_costs_the_same_reads_however_many_tasks() -> None:
    who = cast()
    client = client_of(who.issuer)

    def reads() -> int:
        seen: list[str] = []
        connection.connection.set_trace_callback(seen.append)
        try:
            assert client.get("/").status_code == 200
        finally:
            connection.connection.set_trace_callback(None)
        return len([each for each in seen if each.lstrip().startswith(("SELECT", "WITH"))])

    who.reported()
    Task.objects.update(deadline_on=DUE.replace(year=2020))
    few = reads()
    for _task in range(8):
        who.reported()
    Task.objects.update(deadline_on=DUE.replace(year=2020))
    # A dozen of them are what rules ask about the organizations for which the viewer answers.
    assert reads() == few <= 30
