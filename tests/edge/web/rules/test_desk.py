"""The rule desk: browse, draft by form or as text, try, publish."""

from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from lxml import html
from pytest_django.fixtures import Settings

from luoshi.edge.web.rules.acting import next_month
from luoshi.ground.people.staff import at_home
from luoshi.plan.obligations.actions import draft_rule
from luoshi.plan.obligations.models import RuleVersion
from luoshi.plan.obligations.wording import Choice, written
from world.branches import REPORT, committee, in_force, monthly, reported
from world.ground import AT
from world.sheets import filled_in
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
    reported(who.branches[0], localdate() - timedelta(days=500))
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
    page = html.fromstring(tried)
    parts = {
        row.xpath("string(td[1])"): [cell.text_content() for cell in row.xpath("td")][1:4]
        for row in page.cssselect("table.trial tbody tr")
    }
    # They were on record all the time, and nobody held one in any of twelve months.
    assert parts == {branch.name: ["1/1", "12", "—"] for branch in who.branches}
    assert [each.text_content() for each in page.cssselect("ul.names a")] == [b.name for b in who.branches]
    done = client.post(f"/rules/drafts/{version.pk}/publication/", {"since": since})
    assert done.status_code == 302
    assert "第一议题（每月1次）" in client.get("/rules/").content.decode()
    assert client.post(f"/rules/drafts/{version.pk}/repeal/", {"on": since}).status_code == 302


def test_a_draft_says_at_once_what_contradicts_it_and_raises_what_is_in_force() -> None:
    who = committee()
    client = client_of(who.officer)
    same = {**TYPED, "what": "theme_day", "organization": str(who.committee.pk)}
    shown = unescape(client.post("/rules/new/", same, follow=True).content.decode())
    assert "第 9 行：规定“本级1-1”与“ZB-23 主题党日”要求的是同一件事，请只留一条" in shown
    more = unescape(client.post("/rules/new/", {**same, "at_least": "2"}, follow=True).content.decode())
    assert 'raises = "ZB-23"' in more
    assert "合不上" not in more


def test_a_version_without_a_day_left_takes_no_page_down() -> None:
    who = committee()
    since = date(2026, 1, 1)
    version = in_force(draft_rule(who.committee, monthly(since), by=who.officer, at=AT), since)
    RuleVersion.objects.filter(pk=version.pk).update(withdrawn_on=date(2026, 3, 1))
    RuleVersion.objects.filter(pk=version.pk).update(text=version.text.replace("2026-01-01", "2026-06-01"))
    assert client_of(who.officer).get("/rules/").status_code == 200


def test_a_number_out_of_bounds_is_said_with_its_field_and_its_bounds() -> None:
    who = committee()
    wrong = {**TYPED, "at_least": "0", "full_members": "三", "organization": str(who.committee.pk)}
    answer = client_of(who.officer).post("/rules/new/", wrong)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "“每期至少几次”要填 1 到 28 的整数。" in said
    assert 'value="三"' in said


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
    said = unescape(refused.content.decode())
    assert "例子“开够次数就是已落实”与规定不符" in said
    assert "写的是已落实，算出的是" in said


def _brought(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("要点.toml", data)


def test_a_file_of_rules_is_drafted_and_one_with_mistakes_comes_back_as_text_to_be_mended() -> None:
    who = committee()
    client = client_of(who.officer)
    assert "还不能保存" not in client.get("/rules/new/text/").content.decode()
    chosen = {"organization": str(who.committee.pk), "text": ""}
    sound = written(Choice("first_agenda_item", "month", 1, ("branch",), localdate(), "《要点》"))
    wrong = sound.replace('per = "month"', 'per = "month"\nwhen = "budget > 3"').replace(
        "at_least", "atleast"
    )
    answer = client.post("/rules/new/text/", {**chosen, "file": _brought(wrong.encode())})
    assert answer.status_code == 422
    said = unescape(answer.content.decode())
    assert [line for line in range(30) if f"“本级规定”第 {line} 行" in said] == [9, 20, 21]
    assert "条件里的“budget”不是已登记的组织事实" in said
    assert filled_in(answer, "form[enctype]")["text"].strip() == wrong.strip()
    begun = client.post("/rules/new/text/", {**chosen, "text": sound.replace("\n", "\r\n")})
    version = RuleVersion.objects.get()
    assert (begun.headers["Location"], version.text) == (f"/rules/drafts/{version.pk}/", sound)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("title = 1\n# 旧".encode("gbk"), "“要点.toml”第 2 行不是 UTF-8 编码：请在编辑器里另存为 UTF-8"),
        (b"a" * 2**20 + b"a", "文件超过 1 MB"),
        (b"", "“本级规定”第 1 行：这一条缺少“title”，请补上。"),
        (None, "没有选文件，也没有贴文字：请选一样。"),
    ],
)
def test_a_file_that_is_none_is_said_so(data: bytes | None, words: str) -> None:
    who = committee()
    typed = {"organization": str(who.committee.pk), "text": ""} | (
        {"file": _brought(data)} if data is not None else {}
    )
    answer = client_of(who.officer).post("/rules/new/text/", typed)
    assert answer.status_code == 422
    assert words in unescape(answer.content.decode())
    assert not RuleVersion.objects.exists()


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
