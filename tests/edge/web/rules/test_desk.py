"""The rule desk: browse, draft by form or as text, try, publish."""

from html import unescape
from pathlib import Path

import pytest
from django.utils.timezone import localdate
from pytest_django.fixtures import Settings

from luoshi.edge.web.rules.acting import next_month
from luoshi.ground.people.staff import at_home
from luoshi.plan.obligations.models import RuleVersion
from world.branches import REPORT, committee
from world.signing import client_of

pytestmark = pytest.mark.django_db
TYPED = {
    "what": "first_agenda_item",
    "per": "month",
    "at_least": "1",
    "binds": "branch",
    "full_members": "",
    "basis": "《市直机关党建工作要点》",
}


def test_rules_are_browsed_with_citation_and_status_and_their_cases_run() -> None:
    client = client_of(committee().officer)
    listed = client.get("/rules/").content.decode()
    assert "党支部一般每季度至少开一次党员大会。" in listed
    assert "待核对" in listed
    shown = client.get("/rules/ZB-10/").content.decode()
    assert "《中国共产党支部工作条例（试行）》第十一条" in shown
    worked = client.get("/rules/ZB-10/cases/").content.decode()
    assert worked.count("● 相符") >= 2
    assert "不符" not in worked
    only = client.get("/rules/ZB-10/cases/", headers={"HX-Request": "true"}).content.decode()
    assert only.strip().startswith('<div id="cases">')


def test_an_officer_drafts_tries_and_publishes() -> None:
    who = committee()
    client = client_of(who.officer)
    drafted = client.post("/rules/new/", {**TYPED, "organization": str(who.committee.pk)})
    version = RuleVersion.objects.get()
    assert drafted.headers["Location"] == f"/rules/drafts/{version.pk}/"
    since = next_month(localdate()).isoformat()
    untried = client.post(f"/rules/drafts/{version.pk}/publication/", {"since": since})
    assert untried.status_code == 422
    assert "还没有试算" in untried.content.decode()
    client.post(f"/rules/drafts/{version.pk}/trial/")
    tried = client.get(f"/rules/drafts/{version.pk}/").content.decode()
    assert "如果近十二个月就执行" in tried
    done = client.post(f"/rules/drafts/{version.pk}/publication/", {"since": since})
    assert done.status_code == 302
    assert "第一议题（每月1次）" in client.get("/rules/").content.decode()
    assert client.post(f"/rules/drafts/{version.pk}/repeal/", {"on": since}).status_code == 302


def test_what_costs_too_much_is_approved_by_another_who_leads() -> None:
    who = committee()
    officer, secretary = client_of(who.officer), client_of(who.secretary)
    officer.post("/rules/new/", {**TYPED, "what": REPORT, "organization": str(who.committee.pk)})
    version = RuleVersion.objects.get()
    address = f"/rules/drafts/{version.pk}/"
    officer.post(f"{address}trial/")
    assert "批准超过负担上限" not in officer.get(address).content.decode()
    assert officer.post(f"{address}approval/", {"why": "要"}).status_code == 404
    assert "批准超过负担上限" in secretary.get(address).content.decode()
    assert secretary.post(f"{address}approval/", {"why": ""}).status_code == 422
    assert secretary.post(f"{address}approval/", {"why": "年内试行"}).status_code == 302
    since = next_month(localdate()).isoformat()
    assert officer.post(f"{address}publication/", {"since": since}).status_code == 302


def test_mistakes_in_a_text_come_back_with_their_lines_and_all_that_was_typed() -> None:
    who = committee()
    client = client_of(who.officer)
    client.post("/rules/new/", {**TYPED, "organization": str(who.committee.pk)})
    version = RuleVersion.objects.get()
    wrong = version.text.replace('per = "month"', 'per = "week"').replace("at_least = 1", 'at_least = "one"')
    answer = client.post(
        f"/rules/drafts/{version.pk}/text/", {"text": wrong.replace("\n", "\r\n"), "seen": version.digest}
    )
    assert answer.status_code == 422
    said = unescape(answer.content.decode())
    assert said.count("“本级规定”第 ") == 2
    assert 'per = "week"' in said


def test_a_rule_whose_own_example_fails_is_not_published() -> None:
    who = committee()
    client = client_of(who.officer)
    client.post("/rules/new/", {**TYPED, "organization": str(who.committee.pk)})
    version = RuleVersion.objects.get()
    stricter = version.text.replace("at_least = 1", "at_least = 2", 1)
    address = f"/rules/drafts/{version.pk}/"
    assert client.post(f"{address}text/", {"text": stricter, "seen": version.digest}).status_code == 302
    client.post(f"{address}trial/")
    refused = client.post(f"{address}publication/", {"since": next_month(localdate()).isoformat()})
    assert refused.status_code == 422
    assert "例子“开够次数就是已落实”与规定不符" in unescape(refused.content.decode())


def test_a_file_of_the_site_with_mistakes_takes_no_page_down_and_is_told_at_its_lines(
    tmp_path: Path, settings: Settings
) -> None:
    folder = tmp_path / "content" / "regulations"
    folder.mkdir(parents=True)
    (folder / "ours.toml").write_text('title = "本地"\nscope = "town"\n', encoding="utf-8")
    who = committee()
    member = at_home(who.branches[0]).first()
    assert member is not None
    officer, other = client_of(who.officer), client_of(member)
    settings.LUOSHI_HOME = tmp_path
    assert officer.get("/").status_code == 200
    shown = unescape(officer.get("/rules/").content.decode())
    assert "“ours.toml”第 2 行：“scope”不能是“town”，可以写 national、local、example。" in shown
    assert "党支部一般每季度至少开一次党员大会。" in shown
    assert "ours.toml" not in other.get("/rules/").content.decode()


def test_nobody_without_such_a_post_finds_the_form() -> None:
    who = committee()
    member = at_home(who.branches[0]).first()
    assert member is not None
    assert client_of(who.officer).get("/rules/new/").status_code == 200
    assert client_of(member).get("/rules/new/").status_code == 404
