"""The pages of what is owed: figures with their lists, facts declared, reports recorded."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils.timezone import localdate, now
from lxml import html

from luoshi.act.activities.actions import record
from luoshi.act.activities.telling import Attendee
from luoshi.core.rules import Status
from luoshi.plan.obligations.actions import draft_rule
from luoshi.plan.obligations.queries import year_of
from luoshi.plan.obligations.subjects import subjects
from world.branches import Committee, committee, in_force, monthly, reported
from world.meetings import branch
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _bound(today: date) -> Committee:
    who = committee()
    since = date(today.year - 1, 1, 1)
    in_force(draft_rule(who.committee, monthly(since), by=who.officer, at=now()), since)
    reported(who.branches[0], date(today.year - 1, 2, 3), date(today.year - 1, 3, 3))
    return who


def test_every_figure_of_the_map_is_the_length_of_its_list() -> None:
    today = localdate()
    who = _bound(today)
    client = client_of(who.officer)
    page = html.fromstring(
        client.get(f"/duties/obligations/?at={who.committee.pk}&year={today.year - 1}").content
    )
    links = page.xpath("//tbody//td/a")
    assert len(links) > 20
    for link in links[:12]:
        met, total = map(int, re.findall(r"\d+", link.text_content())[:2])
        behind = html.fromstring(
            client.get("/duties/obligations/list/" + link.get("href").partition("/list/")[2]).content
        )
        tabs = [
            int(re.findall(r"\d+", each.text_content())[-1])
            for each in behind.xpath("//nav/a[@href and contains(@href,'status=')]")
        ]
        assert sum(tabs) - _exempt(behind) == total
        chosen = behind.xpath("//a[@aria-current='true']")[-1]
        assert int(re.findall(r"\d+", chosen.text_content())[-1]) == len(behind.xpath("//tbody/tr"))
        assert met <= total


def _exempt(page: html.HtmlElement) -> int:
    found = page.xpath("//a[contains(@href,'status=exempt')]")
    return int(re.findall(r"\d+", found[0].text_content())[-1]) if found else 0


def test_the_page_says_why_in_words_and_leads_to_where_it_is_recorded() -> None:
    today = localdate()
    who = _bound(today)
    text = client_of(who.officer).get(f"/duties/obligations/{who.branches[0].pk}/").content.decode()
    assert "这一期要求 1 次，已有 0 次" in text
    assert f"/duties/obligations/{who.branches[0].pk}/fulfilments/?kind=education_report" in text


def test_a_report_is_recorded_and_meets_what_was_owed() -> None:
    today = localdate()
    who = _bound(today)
    branch = who.branches[1]
    client = client_of(who.officer)
    address = f"/duties/obligations/{branch.pk}/fulfilments/"
    typed = {"kind": "education_report", "made_on": today.isoformat(), "note": "第3号"}
    assert client.post(address, typed).status_code == 302
    [met] = [
        each
        for each in year_of(branch, today.year, today)
        if each.status is Status.MET and each.rule.id.startswith("本级")
    ]
    shown = client.get(f"/duties/obligations/fulfilments/{met.met_by[0].ref[1]}/")  # type: ignore[index]  # route, number
    assert "第3号" in shown.content.decode()
    again = client.post(address, typed)
    assert again.status_code == 422
    assert "同一天同一事项只登记一次" in again.content.decode()
    assert "第3号" in again.content.decode()


def test_a_fact_is_declared_and_what_registers_tell_is_not_asked() -> None:
    who = committee()
    client = client_of(who.officer)
    address = f"/duties/obligations/{who.committee.pk}/facts/staff/"
    assert client.post(address, {"value": "80"}).status_code == 302
    [subject] = subjects([who.committee], localdate())
    assert subject.facts["staff"] == 80
    assert client.post(address, {"value": "八十"}).status_code == 422
    refused = client.post(f"/duties/obligations/{who.committee.pk}/facts/full_members/", {"value": "7"})
    assert refused.status_code == 422
    assert "不用申报" in refused.content.decode()
    assert client.post(address, {"value": ""}).status_code == 302
    [subject] = subjects([who.committee], localdate())
    assert "staff" not in subject.facts


def test_the_organizations_page_and_the_desk_say_what_is_owed_this_month() -> None:
    today = localdate()
    who = _bound(today)
    client = client_of(who.secretary)
    assert "本月应尽" in client.get(f"/organizations/{who.branches[0].pk}/").content.decode()
    in_force(
        draft_rule(
            who.committee,
            monthly(date(2026, 1, 1), what="contact_abroad", binds=("organ_committee",)),
            by=who.officer,
            at=now(),
        ),
        date(2026, 1, 1),
    )
    desk = client.get("/").content.decode()
    assert "本月应尽" in desk
    assert "与出国学习党员联系" in desk


def test_whose_hours_are_short_is_named_to_those_who_keep_the_branch_alone() -> None:
    today, who = localdate(), branch()
    told = who.telling(held_on=date(today.year, 1, 5), hours=Decimal(40), chair=None)
    record(replace(told, attendees=tuple(map(Attendee, who.members[1:]))), by=who.secretary, at=now())
    address = f"/duties/obligations/{who.branch.pk}/hours/JY-07/?year={today.year}"
    keeper = client_of(who.secretary)
    assert html.fromstring(keeper.get(f"/duties/obligations/{who.branch.pk}/").content).xpath(
        f"//a[@href='{address}']"
    )
    rows = html.fromstring(keeper.get(address).content).xpath("//tbody/tr")
    assert rows[0].xpath("string(td[1])") == who.members[0].name
    assert [each.xpath("string(td[2])") for each in rows] == ["0", *["40"] * (len(who.members) - 1)]
    member = client_of(who.publicist)
    assert member.get(address).status_code == 404
    seen = member.get(f"/duties/obligations/{who.branch.pk}/").content.decode()
    assert "人中有 6 人的学时达到 32" in seen
    assert "/hours/" not in seen
    assert keeper.get(address.replace("JY-07", "ZB-10")).status_code == 404


def test_pages_ask_the_database_as_often_for_many_branches_as_for_few(
    django_assert_max_num_queries: "pytest.FixtureRequest",
) -> None:
    who = committee(branches=12)
    client = client_of(who.officer)
    client.get("/duties/obligations/")
    with django_assert_max_num_queries(25):  # type: ignore[operator]  # pytest-django's fixture
        client.get(f"/duties/obligations/?at={who.committee.pk}")


@pytest.mark.parametrize("query", ["", "?at=1", "?at=x&month=3", "?at=1&month=13", "?at=99999999&month=1"])
def test_a_list_of_nothing_does_not_exist(query: str) -> None:
    who = committee()
    assert client_of(who.officer).get(f"/duties/obligations/list/{query}").status_code == 404
