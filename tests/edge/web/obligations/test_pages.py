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
from luoshi.ground.people.models import PostKind
from luoshi.plan.obligations.actions import draft_rule
from luoshi.plan.obligations.queries import year_of
from luoshi.plan.obligations.subjects import subjects
from world.branches import Committee, committee, in_force, monthly, reported
from world.loop import holder
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


def test_only_what_some_rule_asks_of_such_an_organization_is_asked_of_it() -> None:
    who = committee()
    client = client_of(who.officer)
    shown = [
        client.get(f"/duties/obligations/{one.pk}/").content.decode()
        for one in (who.committee, who.branches[0])
    ]
    asked = [set(re.findall(r"/facts/(\w+)/", page)) for page in shown]
    assert "staff" in asked[0] - asked[1]
    assert "members_abroad" in asked[1]
    # Nobody is temporary until somebody says so, and the page says what is counted.
    [temporary] = re.findall(r"<dt>临时党组织</dt><dd>(\w+)", shown[1])
    assert temporary == "否"
    assert "还没有申报入党积极分子人数，不能断定这一条是否适用。" in shown[1]


def test_how_an_organization_is_set_up_is_a_fact_and_no_reproach() -> None:
    who = committee(members=1)
    client = client_of(who.officer)
    client.post(f"/duties/obligations/{who.committee.pk}/facts/staff/", {"value": "300"})
    shown = html.fromstring(client.get(f"/duties/obligations/{who.committee.pk}/").content)
    stood = {
        line.text_content().partition("：")[0].strip(): line.text_content().partition("：")[2].strip()
        for line in shown.xpath("//section[h2[@id='set-title']]//li")
    }
    assert stood["专职党务工作人员不少于百分之一"] == "与规定不同，请核对登记或研究设置"
    assert {words.partition("（")[0] for words in stood.values()} <= {
        "与规定一致",
        "与规定不同，请核对登记或研究设置",
        "还不知道",
    }
    # It is neither owed nor missed: no obligation, no figure of the map, nothing red.
    assert not shown.xpath("//section[h2[@id='set-title']]//*[contains(@class,'red')]")
    today = localdate()
    assert not [
        each for each in year_of(who.committee, today.year, today) if each.rule.id.startswith("JG-15")
    ]


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


def test_a_phone_shows_the_months_up_to_this_one_and_the_others_on_request() -> None:
    today = localdate()
    who = _bound(today)
    client = client_of(who.officer)
    last = max(today.month, 3)
    near = {f"{month}月" for month in range(last - 2, last + 1)}
    for address in ("/duties/obligations/", f"/duties/obligations/{who.branches[0].pk}/"):
        page = html.fromstring(client.get(address).content)
        heads = page.xpath("//table[contains(@class, 'heat')]//th[@scope='col']")
        shown = {each.text_content() for each in heads if each.get("class") != "away"}
        assert {each for each in shown if each.endswith("月")} == near
        # Each row leaves away the same months.
        rows = page.xpath("//table[contains(@class, 'heat')]/tbody/tr")
        assert {len(row.xpath("td[@class='away']")) for row in rows} == {9}
        [every] = page.xpath("//p[@class='only-narrow']/a/@href")
        assert b'class="away"' not in client.get(address + every).content


def test_whoever_reaches_one_organization_lands_on_its_own_months() -> None:
    who = _bound(localdate())
    client = client_of(holder("乙书记", who.branches[0], PostKind.SECRETARY))
    own = f"/duties/obligations/{who.branches[0].pk}/"
    assert client.get("/duties/obligations/").headers["Location"] == own
    assert client.get("/duties/obligations/?year=2025").headers["Location"] == f"{own}?year=2025"
    page = client.get(own).content.decode()
    assert "现在要落实的" in page
    assert "本组织及下级" not in page
    assert client_of(who.officer).get("/duties/obligations/").status_code == 200


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
